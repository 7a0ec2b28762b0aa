import { r as UsageError, t as ConfigError } from "./errors.js";
import { l as valueAt, o as isObject } from "./base64.js";
import { t as createLineIndex } from "./line-index.js";
import { i as toJson, t as parseYaml } from "./parse-yaml.js";
import { r as rangeOf } from "./locate.js";
import { n as toPosix } from "./root.js";
import { a as loadRules, s as readConfig } from "./settings.js";
import { t as validate } from "./validate.js";
import { readFileSync, statSync } from "node:fs";
import { posix, relative, resolve } from "node:path";
//#region src/load/config/config.ts
/** What holds when there is no file. */
const emptyConfig = {
	localSources: {},
	external: [],
	render: "auto",
	mirrors: [],
	offline: false,
	schemas: [],
	preset: "recommended",
	rules: /* @__PURE__ */ new Map(),
	policies: [],
	ignores: []
};
//#endregion
//#region src/load/config/config-schema.ts
const version = {
	type: "string",
	pattern: "^v?[0-9]+\\.[0-9]+(\\.[0-9]+)?$",
	"x-pattern": "a version such as `2.9`"
};
const texts = {
	type: "array",
	items: { type: "string" }
};
const objectName = {
	type: "string",
	pattern: "^[^/]+/[^/]+/[^/]+$",
	"x-pattern": "of the form KIND/NAMESPACE/NAME"
};
const schemaLocation = {
	type: "string",
	pattern: "^(?:https?://|(?![a-z][a-z+.-]*://))",
	"x-pattern": "`default`, `ecosystem`, a folder, an address, or a template of either"
};
/** YAML 1.1 reads `off` and `on` as booleans. */
const level = { enum: [
	"off",
	"on",
	"info",
	"warning",
	"error",
	false,
	true
] };
/** The JSON Schema of `.sluice.yaml`; the part on rules comes from their own declarations. */
function configSchema(rules) {
	return {
		type: "object",
		additionalProperties: false,
		properties: {
			flux: {
				...version,
				description: "The Flux minor that the clusters run. Default: read from the repository, else the newest known."
			},
			kubernetes: {
				...version,
				description: "The Kubernetes minor that the clusters run."
			},
			clusters: {
				...clusters,
				description: "The clusters by name. Default: discovered."
			},
			sources: {
				description: "Sources whose content is a folder of this machine: KIND/NAMESPACE/NAME to a path relative to this file.",
				type: "object",
				propertyNames: objectName,
				additionalProperties: { type: "string" }
			},
			external: {
				description: "Objects that exist in the cluster but not in Git; namespace and name may be `*`.",
				type: "array",
				items: { anyOf: [objectName, externalObject] }
			},
			charts: {
				...charts,
				description: "How HelmReleases are rendered."
			},
			schemas: {
				description: "Where further JSON Schemas lie, as for --schema-location: `default`, `ecosystem`, folders and templates, relative to this file, and addresses.",
				type: "array",
				items: schemaLocation
			},
			rules: ruleSettings(rules),
			policies: {
				...texts,
				description: "Files with rules of your own. This release does not read them, and says so in each report."
			},
			ignore: {
				type: "array",
				items: ignoreEntry,
				description: "Findings that do not count, by file and rule."
			}
		}
	};
}
/** The text of `schemas/config.schema.json`, for editors. */
function configSchemaFile(rules, id) {
	const schema = {
		$schema: "https://json-schema.org/draft/2020-12/schema",
		$id: id,
		title: "sluice configuration (.sluice.yaml)",
		...configSchema(rules)
	};
	return `${JSON.stringify(schema, null, 2)}\n`;
}
const clusters = {
	type: "object",
	additionalProperties: {
		type: "object",
		additionalProperties: false,
		required: ["path"],
		properties: {
			path: {
				type: "string",
				description: "The folder of its root, relative to the checked root."
			},
			substitute: {
				description: "Variables that the cluster knows from elsewhere.",
				type: "object",
				additionalProperties: { type: "string" }
			}
		}
	}
};
const externalObject = {
	type: "object",
	additionalProperties: false,
	required: ["kind", "name"],
	properties: {
		kind: { type: "string" },
		namespace: { type: "string" },
		name: { type: "string" },
		data: {
			description: "Keys and values of a ConfigMap or Secret, for substitution and values.",
			type: "object",
			additionalProperties: { type: "string" }
		}
	}
};
const charts = {
	type: "object",
	additionalProperties: false,
	properties: {
		backend: {
			enum: [
				"auto",
				"engine",
				"helm",
				"off",
				false
			],
			default: "auto",
			description: "What renders charts: `sluice-engine` where it is installed, else the embedded engine (auto); the embedded engine; the `helm` program of the search path; or nothing."
		},
		mirrors: {
			...texts,
			description: "Where charts are looked for first: folders with an `index.yaml` and archives, relative to this file, or addresses (https://, oci://)."
		},
		offline: {
			type: "boolean",
			default: false,
			description: "Never use the network."
		}
	}
};
const ignoreEntry = {
	type: "object",
	additionalProperties: false,
	required: ["paths"],
	properties: {
		paths: {
			...texts,
			description: "Globs, relative to the checked root."
		},
		rules: {
			...texts,
			default: ["*"],
			description: "Rule ids or categories; `*` for all."
		},
		reason: { type: "string" }
	}
};
function ruleSettings(rules) {
	const byId = [...rules].sort((left, right) => left.id < right.id ? -1 : 1);
	return {
		description: "Which rules run, how severe their findings are, and their options.",
		type: "object",
		additionalProperties: false,
		properties: {
			extends: {
				enum: ["recommended", "strict"],
				default: "recommended",
				description: "The rules to start from."
			},
			...Object.fromEntries(byId.map((rule) => [rule.id, ruleSetting(rule)]))
		}
	};
}
function ruleSetting({ summary, options }) {
	return {
		description: summary,
		anyOf: [level, {
			type: "object",
			additionalProperties: false,
			properties: {
				severity: level,
				...Object.fromEntries(Object.entries(options).map(([name, option]) => [name, optionSchema(option)]))
			}
		}]
	};
}
function optionSchema({ type, description, default: fallback }) {
	if (type === "strings") return {
		...texts,
		description,
		default: fallback
	};
	return {
		type,
		description,
		default: fallback
	};
}
//#endregion
//#region src/load/config/load-config.ts
/** Names of the file, in the order in which they are looked for in each folder. */
const configNames = [
	".sluice.yaml",
	"sluice.yaml",
	".github/sluice.yaml"
];
/** The nearest configuration file from `folder` upwards to `top`. */
function findConfig(folder, top, readText) {
	for (let current = folder;; current = posix.dirname(current)) {
		for (const name of configNames) {
			const path = posix.join(current, name);
			const text = readText(path);
			if (text !== void 0) return {
				path,
				text
			};
		}
		if (current === top || posix.dirname(current) === current) return void 0;
	}
}
/** Reads a configuration file; throws a ConfigError that names each thing that is wrong with its line. */
function parseConfig(file, rules) {
	const [document, second] = parseYaml(file.text).documents;
	if (!document) return {
		...emptyConfig,
		path: file.path
	};
	const problems = [...syntaxProblems(file, document), ...second ? [tooMany(file, second)] : []];
	if (problems.length > 0) throw new ConfigError(problems);
	const content = document.root ? toJson(document) : null;
	if (content === null || content === void 0) return {
		...emptyConfig,
		path: file.path
	};
	const violations = validate(content, configSchema(rules));
	if (violations.length > 0 || !isObject(content)) throw new ConfigError(violations.map(({ path, part, message, help }) => at(file, document, {
		path,
		part,
		message,
		...help === void 0 ? {} : { help }
	})));
	return readConfig(content, file.path);
}
/** Where a file that can be read says something; the line counts from 1. */
function configLines({ text }) {
	const [document] = parseYaml(text).documents;
	const lines = createLineIndex(text);
	return (field) => {
		const content = document?.root ? toJson(document) : void 0;
		if (!document || valueAt(content, field) === void 0) return void 0;
		return lines.positionAt(rangeOf(document, field, "value").start).line + 1;
	};
}
function syntaxProblems(file, document) {
	const errors = document.errors.map(({ message, start, end }) => ({
		message,
		start,
		end
	}));
	const repeated = document.duplicateKeys.map(({ key, start, end }) => ({
		message: `The key \`${key}\` is there twice.`,
		start,
		end
	}));
	return [...errors, ...repeated].map(({ message, start, end }) => problemAt(file, {
		start,
		end
	}, { message }));
}
function tooMany(file, { start }) {
	return problemAt(file, {
		start,
		end: start
	}, { message: "The file holds more than one YAML document." });
}
function at(file, document, { path, part, ...problem }) {
	return problemAt(file, rangeOf(document, path, part), problem);
}
function problemAt(file, offsets, problem) {
	const lines = createLineIndex(file.text);
	const range = {
		start: lines.positionAt(offsets.start),
		end: lines.positionAt(offsets.end)
	};
	return {
		location: {
			path: file.path,
			range
		},
		...problem
	};
}
//#endregion
//#region src/cli/config/load-config.ts
/** The configuration that belongs to a root: the named file, or else the nearest one. */
async function loadConfig({ flags, cwd }, { configFrom, top }) {
	const named = flags.text("config");
	if (flags.switch("no-config")) return { config: emptyConfig };
	if (named === void 0 && flags.switch("untrusted")) return { config: emptyConfig };
	if (named === void 0) {
		const found = findConfig(toPosix(configFrom), toPosix(top), readText);
		return found ? await parsed(found) : { config: emptyConfig };
	}
	const path = resolve(cwd, named);
	const text = readText(path);
	if (text === void 0) throw new UsageError(`\`${flags.source("config")}\` names the file \`${named}\`, which is not there.`);
	return await parsed({
		path: toPosix(path),
		text
	});
}
async function parsed(file) {
	return {
		config: parseConfig(file, await loadRules()),
		file
	};
}
/** The text of a file; undefined when there is none. */
function readText(path) {
	return statSync(path, { throwIfNoEntry: false })?.isFile() ? readFileSync(path, "utf8") : void 0;
}
/** Whoever has written policies counts on them: that they are not read yet makes a check incomplete. */
function unreadPolicies({ path, policies }, { root }) {
	if (policies.length === 0) return [];
	const place = path === void 0 ? "" : toPosix(relative(root, path));
	return [{
		...place !== "" && !place.startsWith("../") && { path: place },
		what: `judging objects by the policies ${policies.map((pattern) => `\`${pattern}\``).join(", ")}`,
		reason: "this release does not read `policies` yet",
		kind: "incomplete"
	}];
}
//#endregion
export { configSchemaFile as a, configLines as i, readText as n, unreadPolicies as r, loadConfig as t };
