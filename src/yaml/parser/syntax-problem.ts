/** Ends the reading of one document; becomes its error. Never leaves `src/yaml`. */
export class SyntaxProblem extends Error {
  override readonly name = "SyntaxProblem"
  readonly start: number
  readonly end: number

  constructor(message: string, start: number, end: number) {
    super(message)
    this.start = start
    this.end = end
  }
}
