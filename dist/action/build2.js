import { n as visibleLines, t as visible } from "./visible-text.js";
import { r as UsageError } from "./errors.js";
import { t as describe } from "./resource.js";
import { t as writeYaml } from "./write-yaml.js";
import { t as cacheFolder } from "./cache-dir.js";
import { t as exitCodes } from "./failure.js";
import { n as noSuchObject, r as parseObjectName, t as isNamed } from "./object-name.js";
import { n as maskKey, t as createSecretMask } from "./secrets.js";
import { i as withSession } from "./session.js";
//#region src/cli/commands/build.ts
/** `sluice build`: prints what Flux would apply. */
async function build(context) {
	const { flags, io } = context;
	const [text] = context.arguments;
	const wanted = text === void 0 ? void 0 : parseObjectName(text, flags.text("namespace"));
	const showSecrets = flags.switch("show-secrets") === true;
	if (showSecrets && io.environment.CI) throw new UsageError("`--show-secrets` is refused in CI: logs are read by many.", { help: "Run it on your own machine." });
	return await withSession(context, [], { lock: "held" }, ({ workspace }) => {
		const all = workspace.clusters.flatMap(appliedIn);
		const chosen = wanted ? all.filter(({ by }) => isNamed(by.id, wanted)) : all;
		if (wanted && chosen.length === 0) throw noSuchObject(wanted, all.map(({ by }) => by.id));
		const secrets = workspace.clusters.flatMap(({ resources }) => resources.map(({ manifest }) => manifest));
		const mask = showSecrets ? void 0 : createSecretMask(secrets, maskKey(cacheFolder(context)));
		const manifestOf = ({ manifest }) => mask?.manifest(manifest) ?? manifest;
		const isJson = flags.text("output") === "json";
		io.stdout.write(isJson ? asJson(chosen, manifestOf) : asYaml(chosen, manifestOf, workspace));
		return reportUnbuilt(chosen, workspace, {
			context,
			everything: !wanted
		});
	});
}
function appliedIn(cluster) {
	const kustomizations = cluster.builds.map((entry) => ({
		cluster: cluster.name,
		by: entry.kustomization,
		...outcomeOf(entry)
	}));
	const releases = cluster.releases.map((entry) => ({
		cluster: cluster.name,
		by: entry.release,
		...outcomeOf(entry)
	}));
	return [...kustomizations, ...releases];
}
function outcomeOf({ status, objects, failure, reason }) {
	if (status === "failed") return {
		objects,
		status,
		message: failure?.message ?? "the reason is not known"
	};
	return status === "skipped" ? {
		objects,
		status,
		message: reason ?? "the reason is not known"
	} : {
		objects,
		status: "done",
		message: ""
	};
}
function asJson(chosen, manifestOf) {
	const items = chosen.flatMap(({ objects }) => objects.map(manifestOf));
	return `${JSON.stringify({
		apiVersion: "v1",
		kind: "List",
		items
	}, null, 2)}\n`;
}
function asYaml(chosen, manifestOf, { clusters }) {
	return chosen.filter(({ objects }) => objects.length > 0).map(({ by, cluster, objects }) => {
		const where = clusters.length > 1 ? ` in cluster ${visible(cluster)}` : "";
		return `# ${visible(describe(by.id))}${where} applies:\n` + objects.map((object) => `---\n${writeYaml(manifestOf(object))}`).join("");
	}).join("\n");
}
/** Says on stderr what is missing from the output, and makes the exit code of it. */
function reportUnbuilt(chosen, { skipped }, { context, everything }) {
	const { io, errorStyle, flags } = context;
	for (const { by, status, message } of chosen) {
		if (status === "done") continue;
		const [first = "", ...rest] = visibleLines(message);
		const word = status === "failed" ? errorStyle("error", "failed:") : errorStyle("warning", "not built:");
		io.stderr.write(`${word} ${visible(describe(by.id))}: ${[first, ...rest.map((line) => `  ${line}`)].join("\n")}\n`);
	}
	if ((everything ? skipped.some(({ kind }) => kind === "incomplete") : chosen.some(({ status }) => status === "skipped")) && !flags.switch("allow-incomplete")) return exitCodes.incomplete;
	return chosen.some(({ status }) => status === "failed") ? exitCodes.findings : exitCodes.clean;
}
//#endregion
export { build };
