/** The layers of design.md, section 2, from the bottom up. A folder imports only those before it, or its own. */
const layers = [
  {
    folders: ["text", "yaml", "version"],
    instead: "these know nothing of Flux: take what you need as an argument",
  },
  {
    folders: ["model"],
    instead: "the nouns hold data alone: put the work into the stage that does it",
  },
  { folders: ["rule"], instead: "what rules need beyond the model comes in through their context" },
  {
    folders: ["load", "parse"],
    instead: "reading files knows no clusters: put it into src/resolve or src/build",
  },
  { folders: ["resolve"], instead: "finding references needs no builds: put it into src/build" },
  {
    folders: ["build", "schema", "policy"],
    instead:
      "building knows no findings: put it into src/check, or declare a port that src/host implements",
  },
  {
    folders: ["check", "fix", "diff"],
    instead: "findings and differences do not know how they are shown: put it into src/report",
  },
  {
    folders: ["report"],
    instead:
      "a reporter turns a Report into text: what touches the world belongs into src/host or an entry",
  },
  {
    folders: ["host"],
    instead: "adapters know no commands: put it into src/cli, src/action or src/lsp",
  },
  { folders: ["cli", "action", "lsp"], instead: "" },
]

/** src/lint.ts alone knows all stages; it stands between the report and the host, which it gets as an argument. */
const pipeline = "^src/(lint|index)\\.ts$"

const layerRules = layers.slice(0, -1).map(({ folders, instead }, index) => ({
  name: `layer-${folders.join("-")}`,
  comment: `src/${folders.join(", src/")} may not import a layer above: ${instead}.`,
  severity: "error",
  from: { path: `^src/(${folders.join("|")})/`, pathNot: "(\\.test\\.ts|/testdata/.*)$" },
  to: {
    path: `^src/(${layers
      .slice(index + 1)
      .flatMap((layer) => layer.folders)
      .join("|")})/`,
  },
}))

const tests = "(\\.test\\.ts|/testdata/.*)$"

module.exports = {
  forbidden: [
    ...layerRules,
    {
      name: "entries-apart",
      comment:
        "The entries do not know each other: what they share belongs into src/lint.ts, src/report or src/host.",
      severity: "error",
      from: { path: "^src/(cli|lsp)/" },
      to: { path: "^src/(cli|action|lsp)/", pathNot: "^src/$1/" },
    },
    {
      name: "action-runs-cli",
      comment:
        "The action turns inputs into arguments and runs the command line: of that it knows how to run it, and nothing else.",
      severity: "error",
      from: { path: "^src/action/" },
      to: { path: "^src/(cli|lsp)/", pathNot: "^src/cli/(run|io|version)\\.ts$" },
    },
    {
      name: "pipeline-on-top",
      comment: "Stages do not call the pipeline: it calls them, from top to bottom.",
      severity: "error",
      from: { path: "^src/", pathNot: [pipeline, "^src/(cli|action|lsp|testing)/", tests] },
      to: { path: pipeline },
    },
    {
      name: "rules-import-rule",
      comment:
        "A rule imports #rule, its neighbours in rules/ and nothing else: what it lacks is added to src/rule.",
      severity: "error",
      from: { path: "^rules/", pathNot: tests },
      to: { pathNot: ["^rules/", "^src/rule/index\\.ts$"] },
    },
    {
      name: "rules-are-listed",
      comment:
        "Only entries and the library know the rules: a stage takes the rules that it runs as an argument.",
      severity: "error",
      from: { path: "^src/", pathNot: ["^src/(cli|action|lsp)/", "^src/index\\.ts$", tests] },
      to: { path: "^rules/" },
    },
    {
      name: "world-in-host",
      comment:
        "Only src/host and the entries touch the world: declare a port beside the code that needs it and implement it in src/host.",
      severity: "error",
      from: { path: "^(src|rules)/", pathNot: ["^src/(host|cli|action|lsp|testing)/", tests] },
      to: { dependencyTypes: ["core"], pathNot: "^(node:)?path/posix$|^(node:)?path$" },
    },
    {
      name: "no-cycles",
      comment:
        "Two files that import each other are one file, or need a third for what they share. Types may refer to each other.",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "no-unresolved",
      comment: "The file or package is not there.",
      severity: "error",
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: "no-tests",
      comment: "Shipped code does not import tests or their data.",
      severity: "error",
      from: { path: "^(src|rules)/", pathNot: tests },
      to: { path: [tests, "^test/"] },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
    },
  },
}
