// SPDX-License-Identifier: EUPL-1.2
/** Who may sign in at a console; secrets are kept only as scrypt hashes. */
import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { z } from 'zod';

/** What the file of operators holds; salt and hash are Base64. */
export const operatorsSchema = z.array(
  z.strictObject({ name: z.string(), coordinator: z.boolean(), salt: z.string(), hash: z.string() }),
);

export type Operator = z.infer<typeof operatorsSchema>[number];

/** A file of ours: `write` is durable when it resolves. */
export interface Store<T> {
  read(): T;
  write(next: T): Promise<void>;
}

/** Names under which the program itself acts. */
const RESERVED = ['kiosk', 'printer', 'office'];
const HASH_BYTES = 32;
/** OWASP's lower bound for scrypt is N 2^15 with r 8 and p 3; about 0.2 s here, once a sign-in. */
const COST = { N: 2 ** 15, r: 8, p: 3, maxmem: 64 * 1024 * 1024 };
const derive = promisify<string, Buffer, number, typeof COST, Buffer>(scrypt);
const nobody: Operator = {
  name: '',
  coordinator: false,
  salt: randomBytes(16).toString('base64'),
  hash: randomBytes(HASH_BYTES).toString('base64'),
};

/** @throws Error with a sentence when the name or the secret cannot be taken */
export async function newOperator(name: string, secret: string, coordinator: boolean): Promise<Operator> {
  if (!/^\p{L}[\p{L}\p{N} .'’-]{0,39}$/u.test(name)) {
    throw new Error(
      `The name "${name}" is not accepted: up to 40 letters, digits, spaces, dots, hyphens, a letter first.`,
    );
  }
  if (RESERVED.includes(plain(name))) throw new Error(`The name "${name}" is the program’s own; choose another.`);
  if (secret.length < 4 || secret.length > 200) throw new Error('A secret has from 4 to 200 characters.');
  const salt = randomBytes(16);
  const hash = await derive(secret, salt, HASH_BYTES, COST);
  return { name, coordinator, salt: salt.toString('base64'), hash: hash.toString('base64') };
}

/** The operators with `added` in place of whoever had the same name. */
export function withOperator(operators: readonly Operator[], added: Operator): Operator[] {
  return [...operators.filter((o) => plain(o.name) !== plain(added.name)), added];
}

/** The operator who has this name and secret; an unknown name takes as long as a wrong secret. */
export async function findOperator(
  operators: readonly Operator[],
  name: string,
  secret: string,
): Promise<Operator | undefined> {
  const known = operators.find((o) => plain(o.name) === plain(name));
  const { salt, hash } = known ?? nobody;
  const derived = await derive(secret, Buffer.from(salt, 'base64'), HASH_BYTES, COST);
  return timingSafeEqual(derived, Buffer.from(hash, 'base64')) ? known : undefined;
}

function plain(name: string): string {
  return name.trim().toLowerCase();
}
