/** How much YAML one file may hold; beyond it the reader reports an error instead of going on. */
export interface YamlLimits {
  /** Collections inside one another. */
  readonly depth: number
  /** UTF-16 units of one file. */
  readonly fileLength: number
  /** UTF-16 units of one line. */
  readonly lineLength: number
  /** Documents of one file. */
  readonly documents: number
  /** Nodes that the aliases of one document may stand for. */
  readonly aliasedNodes: number
  /** How many nodes a document may stand for, for each node that is written in it. */
  readonly aliasRatio: number
  /** Documents that stand for fewer nodes than this are never refused for their ratio. */
  readonly aliasRatioFrom: number
}

/** Helm's cap for a file; deeper, wider or more entangled YAML than any real repository has. */
export const yamlLimits: YamlLimits = {
  depth: 200,
  fileLength: 5 * 1024 * 1024,
  lineLength: 1024 * 1024,
  documents: 10_000,
  aliasedNodes: 1_000_000,
  aliasRatio: 100,
  aliasRatioFrom: 1000,
}
