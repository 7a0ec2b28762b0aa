import { t as visible } from "./visible-text.js";
import { t as version } from "./version.js";
import { r as UsageError } from "./errors.js";
import { n as schemaUrl } from "./links.js";
import { t as writeAtomically } from "./atomic-write.js";
import { t as findRoot } from "./root.js";
import { t as exitCodes } from "./failure.js";
import { lstatSync, mkdirSync, realpathSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
//#region src/host/new-file.ts
/** Why a new file cannot be written below `root`; undefined when it can. No link leads it out. */
function newFileRefusal(root, path) {
	if (isThere(join(root, path))) return "it is there already";
	let folder = dirname(join(root, path));
	while (!isThere(folder)) folder = dirname(folder);
	try {
		const place = relative(realpathSync(root), realpathSync(folder));
		if (place === ".." || place.startsWith(`..${sep}`)) return "its folder lies outside of the repository";
		return lstatSync(realpathSync(folder)).isDirectory() ? void 0 : "its folder is a file";
	} catch {
		return "its folder is a link that leads nowhere";
	}
}
/** Writes a new file whole, with the folders that it needs. */
function writeNewFile(root, path, content) {
	mkdirSync(dirname(join(root, path)), { recursive: true });
	writeAtomically(join(root, path), content);
}
function isThere(path) {
	try {
		lstatSync(path);
		return true;
	} catch {
		return false;
	}
}
//#endregion
//#region src/cli/starter-files.ts
const configuration = `# yaml-language-server: $schema=${schemaUrl("config")}
# Nothing has to be said here. Where the repository leaves something open, say it:
#
# flux: "2.9"                  # default: read from the repository, else the newest known
# kubernetes: "1.35"
# clusters:
#   production: { path: clusters/production }
# sources:                     # what clusters get from elsewhere, as a folder here
#   GitRepository/flux-system/apps: ../apps
# external:                    # exists in the cluster, not in Git
#   - Secret/*/registry-credentials
rules:
  extends: recommended         # or strict, or all
`;
const workflow = `name: sluice
on:
  push: { branches: [main] }
  pull_request:

permissions: {}

jobs:
  check:
    runs-on: ubuntu-latest
    timeout-minutes: 10
    permissions:
      contents: read
    steps:
      - uses: actions/checkout@08c6903cd8c0fde910a37f88322edcfb5dd907a8 # v5.0.0
        with:
          fetch-depth: 0 # the base of the pull request
          persist-credentials: false
      - uses: sluice-dev/sluice@v${version} # better: the commit of this tag
`;
const hook = `repos:
  - repo: https://github.com/sluice-dev/sluice
    rev: v${version}
    hooks:
      - id: sluice-staged
`;
/** The configuration, the workflow for GitHub and the hook of pre-commit. */
const starterFiles = [
	{
		path: ".sluice.yaml",
		purpose: "the configuration",
		content: configuration
	},
	{
		path: ".github/workflows/sluice.yml",
		purpose: "a workflow for GitHub Actions",
		content: workflow
	},
	{
		path: ".pre-commit-config.yaml",
		purpose: "a hook of pre-commit",
		content: hook
	}
];
//#endregion
//#region src/cli/commands/init.ts
/** `sluice init`: writes what a repository needs to use sluice. What is there already stays as it is. */
async function init(context) {
	const { io, flags, cwd, arguments: paths } = context;
	const { root } = findRoot(paths, cwd);
	const isAsked = flags.switch("yes") !== true;
	if (isAsked && !io.ask) throw new UsageError("There is no terminal to ask at.", { help: "`sluice init --yes` writes the files without asking." });
	for (const file of starterFiles) {
		const refusal = newFileRefusal(root, file.path);
		if (refusal !== void 0) {
			io.stdout.write(`${file.path}: not written, ${visible(refusal)}.\n${addition(file, refusal)}`);
			continue;
		}
		if (isAsked && !await isWanted(file, context)) continue;
		io.signal.throwIfAborted();
		writeNewFile(root, file.path, file.content);
		io.stdout.write(`${file.path}: written.\n`);
	}
	return exitCodes.clean;
}
/** Enter means yes. */
async function isWanted({ path, purpose }, { io }) {
	const answer = await io.ask?.(`Write ${path}, ${purpose}? [Y/n] `) ?? "";
	return /^(?:y(?:es)?)?$/iu.test(answer.trim());
}
/** Hooks live in one file together: what would be added to it is shown. */
function addition({ path, content }, refusal) {
	if (path !== ".pre-commit-config.yaml" || !refusal.startsWith("it is there")) return "";
	return `Add to its \`repos\`:\n${content.split("\n").slice(1).join("\n")}`;
}
//#endregion
export { init };
