import { t as visible } from "./visible-text.js";
import { r as UsageError } from "./errors.js";
import { n as schemaUrl } from "./links.js";
import { n as nearestName } from "./nearest-name.js";
import { t as rules } from "./rules.js";
import { t as writeYaml } from "./write-yaml.js";
import { n as isNamed, t as enabledRules } from "./enabled-rules.js";
import { n as toPosix, t as findRoot } from "./root.js";
import { t as exitCodes } from "./failure.js";
import { a as configSchemaFile, i as configLines, t as loadConfig } from "./load-config.js";
import { i as workspaceOptions, o as baseOf, t as checkSettings } from "./settings.js";
import { posix, relative } from "node:path";
//#region src/cli/config/setting.ts
/** Nobody has said anything. */
const byDefault = { kind: "default" };
/** What a flag or its variable says; undefined where neither is given. */
function flagOrigin(flags, name) {
	if (flags.list(name).length === 0) return void 0;
	const source = flags.source(name);
	return source.startsWith("--") ? {
		kind: "flag",
		name: source
	} : {
		kind: "environment",
		name: source
	};
}
/** What the file says; undefined where it is silent. */
function fileOrigin({ lineOf }, field) {
	const line = lineOf(field);
	return line === void 0 ? void 0 : {
		kind: "file",
		line
	};
}
//#endregion
//#region src/cli/config/rule-settings.ts
/** Which rules run, as the checker itself decides it, how severe they are, and their options. */
function ruleSettings(rules, settings, origins) {
	const enabled = new Map(enabledRules(rules, settings).map((one) => [one.rule.id, one]));
	const ordered = [...rules].sort((left, right) => left.id < right.id ? -1 : 1);
	return [{
		key: ["rules", "extends"],
		value: settings.preset,
		origin: fileOrigin(origins, ["rules", "extends"]) ?? byDefault
	}, ...ordered.flatMap((rule) => {
		const running = enabled.get(rule.id);
		const { origin, note } = whoDecides(rule, settings, origins);
		const level = running === void 0 ? "off" : running.severity ?? "on";
		const notes = [level === "on" ? `its own severity, usually ${rule.severity}` : void 0, note].filter((text) => text !== void 0).join("; ");
		const options = optionSettings(rule, settings, origins);
		return [{
			key: [
				"rules",
				rule.id,
				...options.length === 0 ? [] : ["severity"]
			],
			value: level,
			origin,
			...notes !== "" && { note: notes }
		}, ...options];
	})];
}
/** Who has the last word on whether a rule runs: the same order as in `enabledRules`. */
function whoDecides(rule, settings, origins) {
	const { flags } = origins;
	const flag = (name) => ({ origin: flagOrigin(flags, name) ?? byDefault });
	if (isNamed(rule, settings.skip)) return flag("skip");
	if (settings.only.includes(rule.id)) return flag("only");
	const told = levelOrigin(rule.id, origins);
	if (told && settings.rules.get(rule.id)?.severity === "off") return { origin: told };
	if (settings.only.length > 0) return flag("only");
	if (told) return { origin: told };
	return {
		origin: byDefault,
		...!rule.presets.includes("recommended") && { note: "only in `strict`" }
	};
}
function levelOrigin(id, origins) {
	const { flags } = origins;
	if (flags.list("rule").some((text) => text.startsWith(`${id}=`))) return flagOrigin(flags, "rule");
	return fileOrigin(origins, [
		"rules",
		id,
		"severity"
	]) ?? fileOrigin(origins, ["rules", id]);
}
function optionSettings({ id, options }, settings, origins) {
	return Object.entries(options).map(([name, option]) => ({
		key: [
			"rules",
			id,
			name
		],
		value: settings.rules.get(id)?.options[name] ?? option.default,
		origin: fileOrigin(origins, [
			"rules",
			id,
			name
		]) ?? byDefault
	}));
}
//#endregion
//#region src/cli/config/effective-settings.ts
/** Everything that a configuration file can say, as it holds with flags, environment, file and defaults. */
function effectiveSettings(effective, origins) {
	const { options, settings, rules } = effective;
	return [
		version("flux", options.flux, "what the repository says, else the newest known", origins),
		version("kubernetes", options.kubernetes, "the newest known", origins),
		...clusterSettings(options, origins),
		...sourceSettings(effective, origins),
		...externalSettings(options, origins),
		one(["charts", "backend"], "render", options.render, origins),
		...mirrorSettings(effective, origins),
		one(["charts", "offline"], "offline", options.offline, origins),
		...schemaSettings(effective, origins),
		...ruleSettings(rules, settings, origins),
		...policySettings(effective, origins),
		...ignoreSettings(settings, origins)
	];
}
/** Where relative paths of a configuration start: at the folder of the file, or at the checked root. */
function configBase(path, root) {
	return path === void 0 ? toPosix(root) : baseOf(path);
}
function one(key, flag, value, origins) {
	return {
		key,
		value,
		origin: flagOrigin(origins.flags, flag) ?? fileOrigin(origins, key) ?? byDefault
	};
}
const versionFlags = {
	flux: "flux-version",
	kubernetes: "kube-version"
};
function version(key, value, note, origins) {
	return value === void 0 ? {
		key: [key],
		origin: byDefault,
		note
	} : one([key], versionFlags[key], value, origins);
}
function clusterSettings({ clusters }, origins) {
	if (!clusters) return [{
		key: ["clusters"],
		origin: byDefault,
		note: "discovered"
	}];
	const at = (key, value) => ({
		key,
		value,
		origin: fileOrigin(origins, key) ?? byDefault
	});
	return Object.entries(clusters).flatMap(([name, { path, substitute = {} }]) => [at([
		"clusters",
		name,
		"path"
	], path === "" ? "." : path), ...Object.entries(substitute).map(([variable, value]) => at([
		"clusters",
		name,
		"substitute",
		variable
	], value))]);
}
function sourceSettings({ options, base }, origins) {
	const { flags } = origins;
	const typed = (key) => flags.list("local-sources").some((text) => text.startsWith(`${key}=`));
	return Object.entries(options.localSources).map(([key, folder]) => ({
		key: ["sources", key],
		value: shown(folder, base),
		origin: (typed(key) ? flagOrigin(flags, "local-sources") : void 0) ?? fileOrigin(origins, ["sources", key]) ?? byDefault
	}));
}
function externalSettings({ external }, origins) {
	return external.map((object, index) => ({
		key: ["external", index],
		value: externalValue(object),
		origin: fileOrigin(origins, ["external", index]) ?? byDefault
	}));
}
/** What a Secret holds is not printed, wherever it is written. */
function externalValue({ kind, namespace, name, data }) {
	if (!data) return `${kind}/${namespace}/${name}`;
	const keys = Object.entries(data).map(([key, value]) => [key, kind === "Secret" ? "***" : value]);
	return {
		kind,
		namespace,
		name,
		data: Object.fromEntries(keys)
	};
}
/** Those of the command line are asked first. */
function mirrorSettings({ options, base }, origins) {
	const typed = origins.flags.list("chart-mirror").length;
	return options.mirrors.map((mirror, index) => ({
		key: [
			"charts",
			"mirrors",
			index
		],
		value: shown(mirror, base),
		origin: (index < typed ? flagOrigin(origins.flags, "chart-mirror") : fileOrigin(origins, [
			"charts",
			"mirrors",
			index - typed
		])) ?? byDefault
	}));
}
function schemaSettings({ options, base }, origins) {
	const origin = flagOrigin(origins.flags, "schema-location") ?? fileOrigin(origins, ["schemas"]) ?? byDefault;
	return ["default", ...(options.schemaLocations ?? []).map((text) => shown(text, base))].map((value, index) => ({
		key: ["schemas", index],
		value,
		origin
	}));
}
function policySettings({ policies }, origins) {
	return policies.map((value, index) => ({
		key: ["policies", index],
		value,
		origin: fileOrigin(origins, ["policies", index]) ?? byDefault,
		note: "this release does not read it"
	}));
}
function ignoreSettings({ ignores }, origins) {
	return ignores.map(({ paths, rules, reason }, index) => ({
		key: ["ignore", index],
		value: {
			paths,
			rules,
			...reason !== void 0 && { reason }
		},
		origin: fileOrigin(origins, ["ignore", index]) ?? byDefault
	}));
}
/** A path as one would write it into the file; addresses without what they hold of a password. */
function shown(place, base) {
	if (/^[a-z][a-z+.-]*:\/\//u.test(place)) return place.replace(/\/\/[^/@]*@/u, "//***@");
	const path = posix.relative(base, toPosix(place));
	return path === "" ? "." : path.startsWith("..") ? path : `./${path}`;
}
//#endregion
//#region src/cli/config/print-settings.ts
/** A configuration file that says what holds, with the origin of each value in a comment. */
function settingsAsYaml({ file, settings, others }) {
	const lines = [
		[`# What holds here, and where each value comes from; the file is ${file ?? "missing"}.`],
		...yamlLines(settings, file),
		...others.map(({ source, value }) => [`# ${source}: ${value}`, "has no key in the file"])
	];
	const width = Math.max(...lines.map(([text = "", comment]) => comment ? text.length : 0));
	const column = Math.min(width, 56);
	return lines.map(([text = "", comment]) => comment ? `${text.padEnd(column)}  # ${comment}` : text).map((line) => `${visible(line)}\n`).join("");
}
/** The same for programs. */
function settingsAsJson({ file, settings, others }) {
	const rows = settings.map(({ key, value, origin, note }) => ({
		key,
		value: value ?? null,
		origin,
		...note !== void 0 && { note }
	}));
	return `${JSON.stringify({
		file: file ?? null,
		settings: rows,
		others
	}, null, 2)}\n`;
}
/** Settings come in the order of the file, so a key is opened once. */
function yamlLines(settings, file) {
	let open = [];
	return settings.flatMap((setting) => {
		const { key, value, origin, note } = setting;
		const comment = [originText(origin, file), note].filter(Boolean).join(": ");
		if (value === void 0) return [[`# ${key.join(".")}:`, comment]];
		const parents = key.slice(0, -1);
		const known = parents.findIndex((step, index) => open[index] !== step);
		const opened = known === -1 ? [] : parents.slice(known);
		const depth = parents.length - opened.length;
		open = parents;
		return [...opened.map((step, index) => [`${indent(depth + index)}${keyText(step)}:`]), valueLine(key, value, comment)];
	});
}
function valueLine(key, value, comment) {
	const last = key.at(-1) ?? "";
	const start = typeof last === "number" ? "-" : `${keyText(last)}:`;
	return [`${indent(key.length - 1)}${start} ${flow(value)}`, comment];
}
function indent(depth) {
	return "  ".repeat(depth);
}
function keyText(step) {
	return flow(String(step));
}
/** JSON is YAML, apart from texts that need no quotes. */
function flow(value) {
	if (typeof value !== "string") return JSON.stringify(value);
	const block = writeYaml(value).trimEnd();
	return block.includes("\n") ? JSON.stringify(value) : block;
}
function originText(origin, file) {
	if (origin.kind === "default") return "default";
	if (origin.kind !== "file") return origin.name;
	return origin.line === void 0 ? file ?? "" : `${file ?? ""}:${origin.line}`;
}
//#endregion
//#region src/cli/commands/config.ts
/** Those that only say how the configuration is found and shown, or that the configuration file has a key for. */
const flagsWithKeys = [
	...[
		"config",
		"no-config",
		"cwd",
		"color",
		"format",
		"verbose",
		"debug",
		"no-progress"
	],
	...[
		"flux-version",
		"kube-version",
		"local-sources",
		"render",
		"chart-mirror",
		"offline"
	],
	...[
		"schema-location",
		"only",
		"skip",
		"rule"
	]
];
const actions = ["print", "schema"];
/** `sluice config print|schema`: the configuration that holds, and the JSON Schema of the file. */
async function config(context) {
	const [action = "", ...paths] = context.arguments;
	if (action === "print") context.io.stdout.write(await printed(context, paths));
	else if (action === "schema") context.io.stdout.write(configSchemaFile(rules, schemaUrl("config")));
	else throw unknownAction(action);
	return exitCodes.clean;
}
function unknownAction(action) {
	const nearest = nearestName(action, actions);
	return new UsageError(`\`sluice config\` does not know \`${action}\`; it takes \`print\` or \`schema\`.`, { help: nearest && `Did you mean \`${nearest}\`?` });
}
async function printed(context, paths) {
	const { flags, cwd } = context;
	const checked = findRoot(paths, cwd);
	const loaded = await loadConfig(context, checked);
	const options = workspaceOptions(flags, loaded.config, cwd);
	const settings = await checkSettings(flags, loaded.config, {
		paths: checked.paths,
		baseline: void 0,
		today: ""
	});
	const base = configBase(loaded.file?.path, checked.root);
	const { policies } = loaded.config;
	const lineOf = loaded.file ? configLines(loaded.file) : () => void 0;
	const page = {
		file: loaded.file && visible(relative(cwd, loaded.file.path)),
		settings: effectiveSettings({
			options,
			settings,
			policies,
			rules,
			base
		}, {
			flags,
			lineOf
		}),
		others: flags.given().filter(({ name }) => !flagsWithKeys.includes(name)).map(({ source, values }) => ({
			source,
			value: values.join(", ")
		}))
	};
	return flags.text("format") === "json" ? settingsAsJson(page) : settingsAsYaml(page);
}
//#endregion
export { config };
