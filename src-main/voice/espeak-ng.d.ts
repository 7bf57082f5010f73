// SPDX-License-Identifier: EUPL-1.2
/** The part of espeak-ng 1.0.2 that is used here: its command line, run once; and of WebAssembly, which runs it. */
declare namespace WebAssembly {
  type Imports = object;
  type Instance = object;
  type Module = object;
  function compile(bytes: Uint8Array): Promise<Module>;
  function instantiate(module: Module, imports: Imports): Promise<Instance>;
}

declare module 'espeak-ng' {
  interface Ran {
    FS: { readFile(path: string): Uint8Array };
  }

  export default function run(options: {
    arguments: string[];
    print: (line: string) => void;
    printErr: (line: string) => void;
    /** Instantiates WebAssembly in its stead, and says when. */
    instantiateWasm: (imports: WebAssembly.Imports, done: (instance: WebAssembly.Instance) => void) => object;
  }): Promise<Ran>;
}
