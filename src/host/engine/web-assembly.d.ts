/** The part of the WebAssembly API that the engine uses; TypeScript declares it only together with the whole DOM. */
declare namespace WebAssembly {
  type ImportValue = ((...values: never[]) => unknown) | Memory
  type ModuleImports = Record<string, ImportValue>
  type Exports = Record<string, unknown>
  type Imports = Record<string, ModuleImports>

  class Module {
    constructor(bytes: BufferSource)
  }

  class Instance {
    constructor(module: Module, imports?: Imports)
    readonly exports: Exports
  }

  class Memory {
    constructor(size: { initial: number; maximum?: number })
    readonly buffer: ArrayBuffer
  }

  function compile(bytes: Uint8Array<ArrayBuffer> | ArrayBuffer): Promise<Module>
}
