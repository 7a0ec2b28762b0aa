//#region src/cli/flags/workspace-flags.ts
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
/** Flags of everything that opens a repository. */
const workspaceFlags = [
	{
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
	},
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
//#endregion
//#region src/cli/flags/check-flags.ts
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
/** Flags of `sluice check`. */
const checkFlags = [
	ruleSelection,
	changes,
	shards,
	result,
	{
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
	},
	{
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
	},
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
//#endregion
export { workspaceFlags as a, runFlags as i, reportFlags as n, ruleSelection as r, checkFlags as t };
