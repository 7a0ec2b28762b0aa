// The programs of scripts/install-tools.mjs: where they come from, and where they are afterwards, from the root of the
// repository.

const platform = process.platform === "win32" ? "win" : process.platform

function npm(name, version, { program, source = name }) {
  const folder = `${name.replaceAll("/", "-").replace("@", "")}-${version}`
  return {
    folder,
    from: "npm",
    source: `${source}@${version}`,
    program: `.tools/${folder}/node_modules/${program}`,
  }
}

/** A released Node: the package holds nothing but its binaries. */
function node(version) {
  const source = `node-${platform}-${process.arch}`
  return npm("node", version, { source, program: `${source}/bin/node` })
}

function python(name, version) {
  const folder = `${name}-${version}`
  return {
    folder,
    from: "python",
    source: `${name}==${version}`,
    program: `.tools/${folder}/bin/${name}`,
  }
}

const bun = `@oven/bun-${platform === "win" ? "windows" : platform}-${process.arch === "arm64" ? "aarch64" : "x64"}`

export const tools = {
  node20: node("20.20.2"),
  node22: node("22.23.3"),
  node24: node("24.21.0"),
  pnpm: npm("pnpm", "10.34.8", { program: "pnpm/bin/pnpm.cjs" }),
  yarn: npm("yarn", "4.18.1", {
    source: "@yarnpkg/cli-dist",
    program: "@yarnpkg/cli-dist/bin/yarn.js",
  }),
  bun: npm("bun", "1.4.5", { source: bun, program: `${bun}/bin/bun` }),
  attw: npm("attw", "0.18.5", {
    source: "@arethetypeswrong/cli",
    program: "@arethetypeswrong/cli/dist/index.js",
  }),
  mermaid: npm("mermaid", "11.17.2", { program: "mermaid/dist/mermaid.min.js" }),
  preCommit: python("pre-commit", "4.7.0"),
  zizmor: python("zizmor", "1.32.0"),
  actionlint: {
    folder: "actionlint-1.7.12",
    from: "go",
    source: "github.com/rhysd/actionlint/cmd/actionlint@v1.7.12",
    program: ".tools/actionlint-1.7.12/actionlint",
  },
}
