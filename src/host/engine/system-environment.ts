/** The environment of programs that need none: what Windows needs to start any. */
export function systemOnly(): Record<string, string> {
  const { SystemRoot } = process.env
  return process.platform === "win32" && SystemRoot !== undefined ? { SystemRoot } : {}
}
