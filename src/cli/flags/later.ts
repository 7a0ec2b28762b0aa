/** Flags of the documentation that a later release brings: they are refused with that reason. */
export const laterFlags: readonly string[] = ["stdin-filename"]

/** Commands that a later release brings. */
export const laterCommands: readonly string[] = ["lsp"]
