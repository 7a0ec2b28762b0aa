//#region src/report/graph/graph-blob.ts
const text$1 = { type: "string" };
const number$1 = { type: "number" };
const yesOrNo = { type: "boolean" };
const listOf$1 = (items) => ({
	type: "array",
	items
});
function record$1(properties, optional = {}) {
	return {
		type: "object",
		additionalProperties: false,
		properties: {
			...properties,
			...optional
		},
		required: Object.keys(properties)
	};
}
const oneOf = (...values) => ({
	type: "string",
	enum: values
});
const node = record$1({
	id: text$1,
	group: text$1,
	kind: text$1,
	name: text$1,
	suspended: yesOrNo,
	role: oneOf("applier", "release", "source", "chart", "config", "other"),
	state: oneOf("found", "produced", "external", "uncertain", "missing", "optional"),
	findings: record$1({
		errors: number$1,
		warnings: number$1,
		infos: number$1
	})
}, {
	namespace: text$1,
	server: text$1,
	reason: text$1,
	path: text$1,
	version: text$1,
	outcome: oneOf("done", "failed", "skipped"),
	chart: record$1({
		name: text$1,
		constraint: text$1
	}, { version: text$1 }),
	place: record$1({
		path: text$1,
		line: number$1
	})
});
/** What the graph of a cluster has to be in a blob before it is drawn. */
const clusterGraphSchema = record$1({
	name: text$1,
	path: text$1,
	target: record$1({
		flux: text$1,
		kubernetes: text$1
	}),
	nodes: listOf$1(node),
	edges: listOf$1(record$1({
		from: text$1,
		to: text$1,
		relation: text$1,
		optional: yesOrNo
	})),
	blindSpots: listOf$1(text$1)
});
/** The same for an object that a finding is about. */
const reportedObjectSchema = record$1({
	key: text$1,
	cluster: text$1,
	title: text$1,
	yaml: text$1,
	uncertain: yesOrNo,
	cut: number$1,
	origin: listOf$1(record$1({ text: text$1 }, {
		path: text$1,
		line: number$1
	}))
});
//#endregion
//#region src/report/blob.ts
/** Changes when the form of blobs does. */
const blobFormat = "sluice-blob-2";
/** The report of a shard; one without is the only one. */
function reportBlob(report) {
	return `${JSON.stringify(blobOf(report))}\n`;
}
/** A report as data. */
function blobOf(report) {
	const { shard, source, rules: _, timing: __, reach: ___, graphs, objectOf, ...rest } = report;
	const whole = {
		index: 1,
		count: 1,
		run: "",
		total: report.findings.length
	};
	const { left, ...share } = shard ?? {
		...whole,
		left: void 0,
		positions: report.findings.map((_, position) => position)
	};
	const paths = [...new Set(report.findings.flatMap(pathsOf))].sort();
	return {
		format: blobFormat,
		...rest,
		...share,
		skipped: report.skipped.filter((skip) => skip !== left),
		sources: Object.fromEntries(paths.flatMap((path) => {
			const text = source(path)?.text;
			return text === void 0 ? [] : [[path, text]];
		})),
		graphs: graphs?.() ?? [],
		objects: [...new Set(report.findings.flatMap((finding) => objectOf?.(finding) ?? []))]
	};
}
function pathsOf({ location, related, via, fix }) {
	return [...[
		location,
		...related,
		...via
	].map(({ path }) => path), ...Object.keys(fix?.edits ?? {})];
}
const text = { type: "string" };
const number = { type: "number" };
const listOf = (items) => ({
	type: "array",
	items
});
const mapOf = (values) => ({
	type: "object",
	additionalProperties: values
});
function record(properties, optional = []) {
	return {
		type: "object",
		additionalProperties: false,
		properties,
		required: Object.keys(properties).filter((name) => !optional.includes(name))
	};
}
const position = record({
	line: number,
	character: number
});
const range = record({
	start: position,
	end: position
});
const place = {
	path: text,
	range
};
const places = listOf(record({
	...place,
	message: text
}));
const edit = record({
	range,
	newText: text
});
const named = {
	apiVersion: text,
	kind: text,
	namespace: text,
	name: text
};
const finding = record({
	rule: text,
	category: text,
	severity: {
		type: "string",
		enum: [
			"error",
			"warning",
			"info"
		]
	},
	message: text,
	help: text,
	why: text,
	location: record(place),
	field: text,
	resource: record(named, ["namespace"]),
	rendered: record({
		...named,
		field: text
	}, ["namespace"]),
	clusters: listOf(text),
	related: places,
	via: places,
	fingerprint: text,
	fix: record({
		title: text,
		applicability: text,
		edits: mapOf(listOf(edit))
	}),
	suppressedBy: record({
		kind: text,
		reason: text
	}, ["reason"])
}, [
	"help",
	"field",
	"resource",
	"rendered",
	"fix",
	"suppressedBy"
]);
/** What a blob has to be before anything is made of it: it may come from the job of a stranger. */
const blobSchema = record({
	format: {
		type: "string",
		enum: [blobFormat]
	},
	index: number,
	count: number,
	run: text,
	total: number,
	positions: listOf(number),
	tool: record({
		name: text,
		version: text
	}),
	target: record({
		flux: text,
		kubernetes: text
	}),
	clusters: listOf(text),
	summary: mapOf(number),
	coverage: mapOf(number),
	findings: listOf(finding),
	resources: listOf(record({
		...place,
		kind: text,
		namespace: text,
		name: text
	}, ["namespace"])),
	skipped: listOf(record({
		location: record(place),
		path: text,
		what: text,
		reason: text,
		clusters: listOf(text),
		kind: {
			type: "string",
			enum: ["chosen", "incomplete"]
		}
	}, ["location", "path"])),
	crashes: listOf(record({
		rule: text,
		message: text
	})),
	sources: mapOf(text),
	graphs: listOf(clusterGraphSchema),
	objects: listOf(reportedObjectSchema)
});
//#endregion
export { blobSchema as n, reportBlob as r, blobOf as t };
