import { r as UsageError } from "./errors.js";
import { n as nearestName } from "./nearest-name.js";
import { c as stringAt, l as valueAt, o as isObject, s as listAt } from "./base64.js";
import { n as isSchemaAddress, t as ecosystem } from "./schema-address.js";
import { t as isAddress } from "./mirror-address.js";
import { posix, resolve } from "node:path";
//#region src/load/config/read-config.ts
/** Gives a configuration that has passed its schema its types, and makes its paths absolute. */
function readConfig(content, path) {
	const base = baseOf(path);
	const flux = minorOf(stringAt(content, ["flux"]));
	const kubernetes = minorOf(stringAt(content, ["kubernetes"]));
	const backend = valueAt(content, ["charts", "backend"]);
	return {
		path,
		...flux === void 0 ? {} : { flux },
		...kubernetes === void 0 ? {} : { kubernetes },
		...isObject(content.clusters) ? { clusters: readClusters(content.clusters) } : {},
		localSources: mapValues(texts(content.sources), (folder) => posix.resolve(base, folder)),
		external: listAt(content, ["external"]).map(readExternal),
		render: backend === "engine" || backend === "helm" ? backend : backend === "off" || backend === false ? "off" : "auto",
		mirrors: strings(listAt(content, ["charts", "mirrors"])).map((mirror) => isAddress(mirror) ? mirror : posix.resolve(base, mirror)),
		offline: valueAt(content, ["charts", "offline"]) === true,
		schemas: strings(listAt(content, ["schemas"])).filter((location) => location !== "default").map((location) => schemaLocation$1(location, base)),
		preset: stringAt(content, ["rules", "extends"]) === "strict" ? "strict" : "recommended",
		rules: readRules(content.rules),
		policies: strings(listAt(content, ["policies"])),
		ignores: listAt(content, ["ignore"]).map(readIgnore)
	};
}
function schemaLocation$1(location, base) {
	if (location === "ecosystem") return ecosystem;
	return isSchemaAddress(location) ? location : posix.resolve(base, location);
}
/** Paths in `.github/sluice.yaml` start at the folder that holds `.github`. */
function baseOf(path) {
	const folder = posix.dirname(path);
	return posix.basename(folder) === ".github" ? posix.dirname(folder) : folder;
}
/** `v2.9.1` → `2.9`. */
function minorOf(version) {
	return version?.replace(/^v/u, "").split(".").slice(0, 2).join(".");
}
/** `Secret/flux-system/registry` → the object; the parts have been checked. */
function parseExternal(text) {
	const [kind = "", namespace = "", name = ""] = text.split("/");
	return {
		kind,
		namespace,
		name
	};
}
function readClusters(clusters) {
	return Object.fromEntries(Object.entries(clusters).map(([name, cluster]) => {
		return [name, {
			path: posix.normalize(stringAt(cluster, ["path"]) ?? "").replace(/^\.?\/|^\.$|\/$/gu, ""),
			substitute: texts(valueAt(cluster, ["substitute"]))
		}];
	}));
}
function readExternal(entry) {
	if (typeof entry === "string") return parseExternal(entry);
	const data = valueAt(entry, ["data"]);
	return {
		kind: stringAt(entry, ["kind"]) ?? "",
		namespace: stringAt(entry, ["namespace"]) ?? "*",
		name: stringAt(entry, ["name"]) ?? "",
		...data === void 0 ? {} : { data: texts(data) }
	};
}
function readIgnore(entry) {
	const reason = stringAt(entry, ["reason"]);
	const rules = strings(listAt(entry, ["rules"]));
	return {
		paths: strings(listAt(entry, ["paths"])),
		rules: rules.length > 0 ? rules : ["*"],
		...reason === void 0 ? {} : { reason }
	};
}
function readRules(rules) {
	if (!isObject(rules)) return /* @__PURE__ */ new Map();
	const settings = Object.entries(rules).filter(([id]) => id !== "extends");
	return new Map(settings.map(([id, value]) => [id, readSetting(value)]));
}
function readSetting(value) {
	if (!isObject(value)) return {
		severity: levelOf(value),
		options: {}
	};
	const { severity, ...options } = value;
	return {
		severity: levelOf(severity ?? true),
		options
	};
}
function levelOf(value) {
	if (value === false || value === "off") return "off";
	return value === "info" || value === "warning" || value === "error" ? value : "on";
}
function texts(value) {
	return isObject(value) ? mapValues(value, String) : {};
}
function strings(values) {
	return values.map(String);
}
function mapValues(record, change) {
	return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}
//#endregion
//#region src/cli/load-rules.ts
/** All rules; loaded when they are needed, since a run that an earlier one stands for does without. */
async function loadRules() {
	return (await import("./rules2.js")).rules;
}
//#endregion
//#region src/cli/settings.ts
/** How the repository is read and built: flags and environment win over the file. */
function workspaceOptions(flags, config, cwd) {
	const flux = version(flags, "flux-version") ?? config.flux;
	const kubernetes = version(flags, "kube-version") ?? config.kubernetes;
	const strict = flags.switch("strict-substitute");
	const clusters = flags.list("cluster");
	return {
		...config.clusters && { clusters: config.clusters },
		...clusters.length > 0 && { onlyClusters: clusters },
		localSources: {
			...config.localSources,
			...localSources(flags, cwd)
		},
		external: config.external,
		...flux === void 0 ? {} : { flux },
		...kubernetes === void 0 ? {} : { kubernetes },
		apiVersions: flags.list("api-versions"),
		schemaLocations: schemaLocations(flags, cwd) ?? config.schemas,
		...strict === void 0 ? {} : { strictSubstitute: strict },
		render: renderMode(flags.text("render")) ?? config.render,
		mirrors: [...flags.list("chart-mirror").map((folder) => mirror(folder, flags, cwd)), ...config.mirrors],
		offline: flags.switch("offline") ?? config.offline,
		exclude: flags.list("exclude")
	};
}
/** Which hosts may be contacted, and with what. */
function networkOptions(flags, { offline }, signal) {
	const hosts = flags.list("allow-host");
	const wrong = hosts.find((pattern) => !/^(?:\*|(?:\*\.)?[\w.:-]+)$/u.test(pattern));
	if (wrong !== void 0) throw new UsageError(`\`${flags.source("allow-host")}\` is \`${wrong}\`; it takes a host such as \`ghcr.io\` or \`*.example.com\`.`);
	const untrusted = flags.switch("untrusted") === true;
	const allowPrivateHosts = flags.switch("allow-private-hosts") === true;
	if (untrusted && allowPrivateHosts) throw new UsageError(`\`${flags.source("untrusted")}\` and \`${flags.source("allow-private-hosts")}\` exclude each other.`, { help: "A stranger's repository does not choose addresses of your own network." });
	const allowHosts = untrusted || hosts.length > 0 ? hosts : void 0;
	return {
		signal,
		offline,
		untrusted,
		allowPrivateHosts,
		...allowHosts && { allowHosts }
	};
}
/** Which rules run, and how severe their findings are. */
async function checkSettings(flags, config, context) {
	const rules = [
		"rule",
		"only",
		"skip"
	].some((name) => flags.list(name).length > 0) ? await loadRules() : [];
	const names = new Set(rules.flatMap(({ id, category }) => [id, category]));
	const ids = new Set(rules.map(({ id }) => id));
	return {
		preset: config.preset,
		rules: withLevels(config.rules, ruleLevels(flags, ids)),
		only: known(flags, "only", names),
		skip: known(flags, "skip", names),
		ignores: config.ignores,
		inlineIgnores: flags.switch("no-ignores") !== true,
		today: context.today,
		...context.baseline && { baseline: context.baseline },
		narrowed: flags.list("cluster").length > 0,
		paths: context.paths
	};
}
function version(flags, name) {
	const text = flags.text(name);
	if (text !== void 0 && !/^v?\d+\.\d+(?:\.\d+)?$/u.test(text)) throw new UsageError(`\`${flags.source(name)}\` is \`${text}\`; it takes a version such as \`2.9\`.`);
	return minorOf(text);
}
const renderModes = [
	"auto",
	"engine",
	"helm",
	"off"
];
function renderMode(text) {
	return renderModes.find((mode) => mode === text);
}
function schemaLocations(flags, cwd) {
	const given = flags.list("schema-location");
	return given.length === 0 ? void 0 : given.flatMap((text) => schemaLocation(text, flags, cwd));
}
/** A location of JSON Schemas; `default` stands for those that come with sluice, which are always there. */
function schemaLocation(text, flags, cwd) {
	if (text === "default") return [];
	if (text === "ecosystem") return [ecosystem];
	if (isSchemaAddress(text)) return [text];
	if (!/^[a-z][a-z+.-]*:\/\//u.test(text)) return [resolve(cwd, text)];
	throw new UsageError(`\`${flags.source("schema-location")}\` is \`${text}\`: schemas come from folders, \`https://\` and \`http://\`.`, { help: "Name a folder, or a path such as `schemas/{{ .Group }}/{{ .ResourceKind }}_{{ .ResourceAPIVersion }}.json`." });
}
function mirror(place, flags, cwd) {
	if (isAddress(place)) return place;
	if (/^[a-z][a-z+.-]*:\/\//u.test(place)) throw new UsageError(`\`${flags.source("chart-mirror")}\` is \`${place}\`; an address begins with \`https://\`, \`http://\` or \`oci://\`.`, { help: "Or name a folder with an `index.yaml` and the chart archives." });
	return resolve(cwd, place);
}
function localSources(flags, cwd) {
	return Object.fromEntries(flags.list("local-sources").map((text) => {
		const [, source = "", folder = ""] = /^([^/=]+\/[^/=]+\/[^/=]+)=(.+)$/u.exec(text) ?? [];
		if (folder !== "") return [source, resolve(cwd, folder)];
		throw new UsageError(`\`${flags.source("local-sources")}\` is \`${text}\`; it takes KIND/NAMESPACE/NAME=PATH.`, { help: "For example `--local-sources GitRepository/flux-system/apps=../apps`." });
	}));
}
const levels = [
	"off",
	"on",
	"info",
	"warning",
	"error"
];
/** A flag changes the level alone; the options of the file stay. */
function withLevels(rules, changes) {
	const changed = new Map(rules);
	for (const [id, severity] of changes) changed.set(id, {
		options: rules.get(id)?.options ?? {},
		severity
	});
	return changed;
}
function ruleLevels(flags, ids) {
	return flags.list("rule").map((text) => {
		const [, id = "", level = ""] = /^([^=]*)=(.*)$/u.exec(text) ?? [];
		const severity = levels.find((one) => one === level);
		if (severity === void 0) throw new UsageError(`\`${flags.source("rule")}\` is \`${text}\`; it takes ID=LEVEL with \`off\`, \`on\`, \`info\`, \`warning\` or \`error\`.`);
		if (!ids.has(id)) throw unknownRule(id, ids);
		return [id, severity];
	});
}
function known(flags, name, names) {
	const given = flags.list(name);
	const wrong = given.find((text) => !names.has(text));
	if (wrong !== void 0) throw unknownRule(wrong, names);
	return given;
}
/** There is no such rule; the nearest one that there is. */
function unknownRule(name, names) {
	const nearest = nearestName(name, names);
	return new UsageError(`There is no rule \`${name}\`.`, { help: nearest === void 0 ? "Run `sluice rules` to see them all." : `Did you mean \`${nearest}\`?` });
}
//#endregion
export { loadRules as a, workspaceOptions as i, networkOptions as n, baseOf as o, unknownRule as r, readConfig as s, checkSettings as t };
