//#region src/cli/flags.ts
/** How sluice itself runs; every command has these. */
const runFlags = {
	title: "Run:",
	flags: [
		{
			name: "cwd",
			value: "DIR",
			description: "run as if started in DIR"
		},
		{
			name: "color",
			value: "WHEN",
			choices: [
				"auto",
				"always",
				"never"
			],
			description: "auto, always or never"
		},
		{
			name: "verbose",
			short: "v",
			description: "say on stderr what is done and where"
		},
		{
			name: "debug",
			description: "show the stack of errors"
		}
	]
};
const selection = {
	title: "Selection:",
	flags: [{
		name: "cluster",
		value: "NAME",
		repeatable: true,
		description: "only this cluster"
	}, {
		name: "exclude",
		value: "GLOB",
		repeatable: true,
		description: "leave out files"
	}]
};
const changes = {
	title: "Changes:",
	flags: [
		{
			name: "changed",
			description: "report only what differs from the last commit"
		},
		{
			name: "since",
			value: "REF",
			description: "report only what has changed since the branch left REF"
		},
		{
			name: "staged",
			description: "check what the next commit holds; report only what it changes"
		}
	]
};
const shards = {
	title: "Shards:",
	flags: [{
		name: "shard",
		value: "I/N",
		description: "report the I-th of N shares of the findings; sluice merge-reports joins them"
	}]
};
/** Which rules run. */
const ruleSelection = {
	title: "Rules:",
	flags: [
		{
			name: "only",
			value: "RULE|CATEGORY",
			repeatable: true,
			description: "run only these rules"
		},
		{
			name: "skip",
			value: "RULE|CATEGORY",
			repeatable: true,
			description: "do not run these rules"
		},
		{
			name: "rule",
			value: "ID=LEVEL",
			repeatable: true,
			description: "set a rule to off, on, info, warning or error"
		}
	]
};
const result = {
	title: "Result:",
	flags: [
		{
			name: "format",
			short: "f",
			value: "NAME[=FILE]",
			repeatable: true,
			description: "pretty, concise, json, jsonl, sarif, github, gitlab, junit, checkstyle, rdjson, tap, markdown, html or blob (for merge-reports); to a file when one is given"
		},
		{
			name: "fail-on",
			value: "SEVERITY",
			choices: [
				"error",
				"warning",
				"info",
				"never"
			],
			description: "exit 1 from this severity on: error (default), warning, info or never"
		},
		{
			name: "statistics",
			description: "count the findings by rule instead; pretty or, with -f json, for programs"
		},
		{
			name: "max-warnings",
			value: "N",
			description: "exit 1 when there are more than N warnings"
		},
		{
			name: "exit-zero",
			description: "exit 0 whatever is found"
		},
		{
			name: "allow-incomplete",
			description: "do not exit 3 when something could not be looked at"
		},
		{
			name: "quiet",
			short: "q",
			description: "show errors only"
		},
		{
			name: "max-findings",
			value: "N|none",
			description: "show at most N findings in a terminal report (default 50)"
		},
		{
			name: "no-annotations",
			description: "github: no annotations; the log and the job summary have all findings"
		},
		{
			name: "no-timing",
			description: "leave the times out of reports: the same bytes each run"
		}
	]
};
const suppressions = {
	title: "Suppressions:",
	flags: [
		{
			name: "baseline",
			value: "FILE",
			description: "findings to pass over (default .sluice-baseline.json, where it is there)"
		},
		{
			name: "update-baseline",
			description: "make what is found now the baseline, and drop from it what is gone"
		},
		{
			name: "no-baseline",
			description: "report what the baseline holds, too"
		},
		{
			name: "no-ignores",
			description: "report what comments and annotations silence, too"
		}
	]
};
const fixes = {
	title: "Fixes:",
	flags: [
		{
			name: "fix",
			description: "repair what can be repaired safely; the report shows what is left"
		},
		{
			name: "unsafe-fixes",
			description: "with --fix or --diff: also what a person has to look at"
		},
		{
			name: "diff",
			description: "print the fixes as a patch and write nothing; exit 1 if there are any"
		}
	]
};
/** Flags of everything that opens a repository. */
const workspaceFlags = [
	selection,
	{
		title: "World:",
		flags: [
			{
				name: "flux-version",
				value: "V",
				description: "the Flux minor of the clusters, such as 2.9"
			},
			{
				name: "kube-version",
				value: "V",
				description: "the Kubernetes minor of the clusters, such as 1.35"
			},
			{
				name: "api-versions",
				value: "GV[/KIND]",
				repeatable: true,
				description: "APIs that charts see in the cluster"
			},
			{
				name: "schema-location",
				value: "TEMPLATE",
				repeatable: true,
				description: "further JSON Schemas: a folder or address, with {{ .Group }} and its like, or ecosystem"
			},
			{
				name: "strict-substitute",
				description: "undefined variables are errors, whatever the Flux version"
			},
			{
				name: "local-sources",
				value: "KIND/NS/NAME=PATH",
				repeatable: true,
				description: "a source whose content is a folder here"
			}
		]
	},
	{
		title: "Charts:",
		flags: [
			{
				name: "render",
				value: "HOW",
				choices: [
					"auto",
					"engine",
					"helm",
					"off"
				],
				description: "what renders charts: auto (sluice-engine where it is installed), engine (embedded), helm or off"
			},
			{
				name: "helm",
				value: "PATH",
				description: "the program of --render helm (default: helm of the search path)"
			},
			{
				name: "chart-mirror",
				value: "DIR|URL",
				repeatable: true,
				description: "where charts are looked for first: a folder with an index.yaml, or an address"
			},
			{
				name: "offline",
				description: "never use the network"
			},
			{
				name: "allow-host",
				value: "PATTERN",
				repeatable: true,
				description: "contact only these hosts, such as ghcr.io or *.example.com"
			},
			{
				name: "allow-private-hosts",
				description: "contact hosts that are not on the internet too"
			},
			{
				name: "untrusted",
				description: "a stranger's repository: no credentials, no configuration of it, only hosts of --allow-host"
			},
			{
				name: "timeout",
				value: "DURATION",
				description: "give up a build or render after this (default 30s)"
			}
		]
	},
	{
		title: "Engine and cache:",
		flags: [
			{
				name: "concurrency",
				value: "N|auto",
				description: "how many builds and renders run at once"
			},
			{
				name: "no-cache",
				description: "remember nothing, and use nothing that is remembered"
			},
			{
				name: "cache-dir",
				value: "DIR",
				description: "where results are kept"
			},
			{
				name: "remote-cache",
				value: "URL",
				description: "a cache shared over HTTP, in Bazel's form: /ac/ and /cas/"
			},
			{
				name: "config",
				short: "c",
				value: "FILE",
				description: "the configuration file"
			},
			{
				name: "no-config",
				description: "read no configuration file"
			},
			{
				name: "no-progress",
				description: "no progress line"
			}
		]
	},
	runFlags
];
const checkFlags = [
	ruleSelection,
	changes,
	shards,
	result,
	suppressions,
	fixes,
	{
		title: "Watching:",
		flags: [{
			name: "watch",
			description: "check again whenever a file changes, until Ctrl-C"
		}]
	},
	...workspaceFlags
];
/** Flags of a command that shows a report and opens no repository. */
const reportFlags = [result, runFlags];
const buildFlags = [{
	title: "Output:",
	flags: [
		{
			name: "output",
			short: "o",
			value: "FORMAT",
			choices: ["yaml", "json"],
			description: "yaml (default) or json"
		},
		{
			name: "namespace",
			short: "n",
			value: "NAMESPACE",
			description: "the namespace of NAME"
		},
		{
			name: "show-secrets",
			description: "print the values of Secrets"
		}
	]
}, ...workspaceFlags];
const picture = {
	title: "Result:",
	flags: [{
		name: "allow-incomplete",
		description: "do not exit 3 when something could not be looked at"
	}]
};
const treeFlags = [
	{
		title: "Output:",
		flags: [{
			name: "namespace",
			short: "n",
			value: "NAMESPACE",
			description: "the namespace of NAME"
		}, {
			name: "ascii",
			description: "draw without characters that only UTF-8 has"
		}]
	},
	picture,
	ruleSelection,
	...workspaceFlags
];
const graphFlags = [
	{
		title: "Output:",
		flags: [{
			name: "format",
			short: "f",
			value: "NAME[=FILE]",
			typedOnly: true,
			description: "mermaid (default), dot, json or html; to a file when one is given"
		}]
	},
	picture,
	ruleSelection,
	...workspaceFlags
];
const diffFlags = [
	{
		title: "Output:",
		flags: [{
			name: "format",
			short: "f",
			value: "NAME[=FILE]",
			repeatable: true,
			typedOnly: true,
			description: "text (default), markdown, html or json; to a file when one is given"
		}, {
			name: "exit-code",
			description: "exit 1 when something changes"
		}]
	},
	{
		title: "Changes:",
		flags: [{
			name: "since",
			value: "REF",
			description: "the same as REF: compare with where the branch left it"
		}, {
			name: "staged",
			description: "compare what the next commit holds, not the work tree"
		}]
	},
	picture,
	...workspaceFlags
];
/** Flags of the documentation that a later release brings: they are refused with that reason. */
const laterFlags = ["stdin-filename"];
/** Commands that a later release brings. */
const laterCommands = ["lsp"];
//#endregion
export { laterCommands as a, ruleSelection as c, workspaceFlags as d, graphFlags as i, runFlags as l, checkFlags as n, laterFlags as o, diffFlags as r, reportFlags as s, buildFlags as t, treeFlags as u };
