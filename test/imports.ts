// SPDX-License-Identifier: EUPL-1.2
/** Who may import whom: reads the imports of a source file, and says in a sentence what is wrong with one. */
import { dirname, join, normalize } from 'node:path';
import ts from 'typescript';

export interface Import {
  /** A file from the root of the project (`src-main/core/queue.ts`), or a package's name. */
  of: string;
  /** Leaves no trace at run time. */
  typeOnly: boolean;
}

const PAGES = ['kiosk', 'display', 'console', 'pair', 'first-coordinator', 'paper'];
const PARTS = ['journal', 'printing', 'server', 'voice'];
const FORBIDDEN_ELSEWHERE = [
  { packages: ['lowdb'], folder: 'src-main/journal/' },
  { packages: ['escpos', '@napi-rs/canvas'], folder: 'src-main/printing/' },
  { packages: ['espeak-ng', 'n2words'], folder: 'src-main/voice/' },
];
const RENDERER_PACKAGES = ['svelte', 'socket.io-client', /^@fontsource\//];

/** @param file its path from the root of the project, which decides how relative imports are read */
export function importsOf(file: string, text: string): Import[] {
  const code = file.endsWith('.svelte') ? scriptsOf(text) : text;
  const found: Import[] = [];
  const add = (specifier: ts.Node | undefined, typeOnly: boolean) => {
    if (specifier && ts.isStringLiteralLike(specifier)) found.push({ of: resolve(file, specifier.text), typeOnly });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, node.importClause?.phaseModifier === TYPE);
    else if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly);
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) add(node.argument.literal, true);
    else if (ts.isCallExpression(node) && isLoading(node.expression)) add(node.arguments[0], false);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, code, ts.ScriptTarget.Latest));
  return found;
}

const TYPE = ts.SyntaxKind.TypeKeyword;

function isLoading(callee: ts.Expression): boolean {
  return callee.kind === ts.SyntaxKind.ImportKeyword || (ts.isIdentifier(callee) && callee.text === 'require');
}

function scriptsOf(component: string): string {
  return [...component.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map((match) => match[1]).join('\n');
}

function resolve(file: string, specifier: string): string {
  if (specifier.startsWith('.')) return normalize(join(dirname(file), specifier));
  if (specifier.startsWith('node:') || specifier.startsWith('#')) return specifier;
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

/** What is wrong with an import, a sentence; undefined if it is allowed. */
export function objection(file: string, { of, typeOnly }: Import): string | undefined {
  const isIn = (path: string) => file.startsWith(path);
  const isFrom = (path: string) => of.startsWith(path);
  const oneOf = (...names: (string | RegExp)[]) =>
    names.some((name) => (typeof name === 'string' ? name === of : name.test(of)));
  const says = (sentence: string) => `${file} imports ${of}: ${sentence}`;

  if (isFrom('test/')) return says('no source knows the tests');
  if (isIn('src-renderer/')) {
    if (of === '#contract') return typeOnly ? undefined : says('a page takes only types from the contract');
    const own = PAGES.find((page) => isIn(`src-renderer/${page}/`));
    if (PAGES.some((page) => page !== own && isFrom(`src-renderer/${page}/`)))
      return says('a page never imports another page, and what is shared none of them');
    if (isFrom('src-renderer/') || isFrom('#messages/') || oneOf(...RENDERER_PACKAGES)) return undefined;
    return says('the pages import the contract, the messages, Svelte, socket.io-client, fonts and themselves');
  }
  if (isFrom('src-renderer/')) return says('the office does not know the pages');

  if (isIn('src-main/messages/')) return isFrom('src-main/messages/') ? undefined : says('messages are only words');
  if (isIn('src-main/core/')) {
    const allowed = isFrom('src-main/core/') || oneOf('immutable', 'temporal-polyfill');
    return allowed ? undefined : says('the core imports only the core');
  }
  if (file === 'src-main/contract.ts')
    return isFrom('src-main/core/') && typeOnly ? undefined : says('the contract takes only types, from the core');
  if (file === 'src-main/office.ts' && !isFrom('src-main/core/') && !oneOf('src-main/contract.ts', /^node:/))
    return says('the office knows only the core and the contract; the rest is handed to it');

  const part = PARTS.find((name) => isIn(`src-main/${name}/`));
  if (part && PARTS.some((other) => other !== part && isFrom(`src-main/${other}/`)))
    return says('journal, printing, server and voice never import each other');
  if (part && of === 'src-main/start.ts') return says('only the programs start an office');
  if (of === 'electron' && file !== 'src-main/main.ts' && !typeOnly)
    return says('only main.ts loads Electron; elsewhere it is an argument, known by its types');
  const owner = FORBIDDEN_ELSEWHERE.find(({ packages }) => oneOf(...packages));
  if (owner && !isIn(owner.folder)) return says(`only ${owner.folder} knows it`);
  return undefined;
}
