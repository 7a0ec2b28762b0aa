import { t as normalizeGitUrl } from "./normalize-url.js";
import { t as groupBy } from "./group-by.js";
import { n as kinds, t as fluxGroups$1 } from "./kinds.js";
import { a as resourceKey, n as groupOf, o as versionOf$1, r as isKind, t as describe } from "./resource.js";
import { n as knownMinors, t as fluxVersions } from "./flux-versions.js";
import { a as isList, c as stringAt, l as valueAt, n as lenientUtf8, o as isObject, s as listAt, t as decodeBase64 } from "./base64.js";
import { t as compilePattern } from "./pattern2.js";
import { t as createLineIndex } from "./line-index.js";
import { t as applyEdits } from "./apply-edits.js";
import { i as toJson, r as resolveDocument, t as parseYaml } from "./parse-yaml.js";
import { i as scalarAt, r as rangeOf } from "./locate.js";
import { t as documentsOf } from "./document.js";
import { a as requestOfChart, c as createReportMask, i as chartRequestOf, l as checkWorkspace, o as sourceIdOf, r as keyOf$4, s as mergeSkips, t as clusterGraphs, u as isWanted$1 } from "./create-graph.js";
import { t as writeYaml } from "./write-yaml.js";
import { t as compileGlob } from "./glob2.js";
import { t as createObjectFinder } from "./reported-object.js";
import { t as shareNumber } from "./shard2.js";
import { _ as toBytes, c as maxSchemaBytes, d as unpack, f as BadArchive, g as compileGoMatch, h as createSourceIgnore, l as chartFiles, o as shownUrl, s as FetchedSchemas, t as decodeUtf8 } from "./decode.js";
import { a as parseConstraint, c as formatVersion, d as readVersion, l as parseFluxVersion, m as unpackFiles, n as resolveChartVersion, o as satisfies, r as resolveTag, s as compareVersions, t as resolveChartTag, u as parseVersion } from "./resolve.js";
import { n as isSchemaAddress } from "./schema-address.js";
import { t as isAddress$1 } from "./mirror-address.js";
import { t as loadFiles } from "./files.js";
import { posix } from "node:path";
//#region src/report/coverage.ts
/** The documents of the repository that are Kubernetes objects. */
function manifestsOf({ files }) {
	return files.filter(({ role }) => role === "manifest").flatMap(({ documents }) => documents).flatMap(({ content, file, range }) => {
		const kind = isObject(content) ? stringAt(content, ["kind"]) : void 0;
		if (kind === void 0) return [];
		const namespace = stringAt(content, ["metadata", "namespace"]);
		const name = stringAt(content, ["metadata", "name"]) ?? "";
		return [{
			path: file.path,
			range,
			kind,
			...namespace && { namespace },
			name
		}];
	});
}
/** Sums over all clusters what there was and what was seen of it. */
function coverageOf(workspace, resources) {
	const { clusters } = workspace;
	const builds = clusters.flatMap((cluster) => cluster.builds);
	const releases = clusters.flatMap((cluster) => cluster.releases);
	const references = clusters.flatMap((cluster) => cluster.graph.references);
	return {
		resources: resources.length,
		schemaChecked: schemaCheckedCount(workspace),
		helmReleases: releases.length,
		rendered: releases.filter(({ status }) => status === "rendered").length,
		kustomizations: builds.length,
		built: builds.filter(({ status }) => status === "built").length,
		references: references.length,
		resolved: references.filter(({ status }) => status === "found" || status === "produced").length,
		external: references.filter(({ status }) => status === "external").length
	};
}
/** Objects that a schema was found for: of clusters, and of files that no cluster reaches. */
function schemaCheckedCount({ clusters, unreached, verdictOf }) {
	return [...clusters.flatMap((cluster) => cluster.resources), ...unreached].filter((resource) => verdictOf(resource).status === "checked").length;
}
//#endregion
//#region src/report/graph/reach.ts
/**
* What a change of files reaches in each cluster: the objects that are written in them, the Kustomizations that read them and the
* HelmReleases whose chart they are; all that uses or waits for these; and, so that it hangs together, what applies them.
* Clusters that it does not reach are left out. `graphs` are those of the workspace's clusters, in their order.
*/
function reachOf(graphs, { clusters }, paths) {
	return graphs.flatMap((graph, index) => {
		const cluster = clusters[index];
		const reached = cluster ? reachedIn(graph, cluster, paths) : /* @__PURE__ */ new Set();
		if (reached.size === 0) return [];
		return {
			...graph,
			nodes: graph.nodes.filter(({ id }) => reached.has(id)),
			edges: graph.edges.filter(({ from, to }) => reached.has(from) && reached.has(to))
		};
	});
}
function reachedIn({ nodes, edges }, cluster, paths) {
	const known = new Set(nodes.map(({ id }) => id));
	return followed$1(followed$1([...nodes.flatMap(({ id, place }) => place && paths.has(place.path) ? id : []), ...readersOf$1(cluster, paths)].filter((id) => known.has(id)), edges.filter(({ relation }) => relation !== "applies")), edges.filter(({ relation }) => relation === "applies"));
}
/** Kustomizations that read one of the files, and HelmReleases whose chart holds one. */
function readersOf$1({ builds, releases }, paths) {
	const isBelow = (folder) => [...paths].some((path) => folder === "" || path.startsWith(`${folder}/`));
	return [...builds.filter(({ files }) => files.some((path) => paths.has(path))).map(({ kustomization }) => keyOf$4(kustomization)), ...releases.filter(({ chart }) => chart?.from.kind === "folder" && isBelow(chart.from.path)).map(({ release }) => keyOf$4(release))];
}
/** The nodes, and all from which edges lead to them. */
function followed$1(from, edges) {
	const sources = /* @__PURE__ */ new Map();
	for (const edge of edges) sources.set(edge.to, [...sources.get(edge.to) ?? [], edge.from]);
	const reached = new Set(from);
	for (const id of reached) for (const source of sources.get(id) ?? []) reached.add(source);
	return reached;
}
//#endregion
//#region src/report/create-report.ts
/** Gathers what a run has found and seen; equal input gives an equal report. */
function createReport({ tool, workspace, result, rules, timing, changed }) {
	const mask = createReportMask(workspace);
	const skipped = mergeSkips(workspace.skipped).map(mask.skip);
	const resources = manifestsOf(workspace);
	const named = new Set(result.findings.map(({ rule }) => rule));
	const graphs = () => clusterGraphs(workspace, result.findings, mask);
	return {
		tool,
		target: targetOf$2(workspace),
		clusters: workspace.clusters.map(({ name }) => name).sort(),
		summary: summaryOf(workspace, result.findings, {
			resources,
			skipped
		}),
		findings: result.findings.map(mask.finding),
		resources,
		skipped,
		crashes: result.crashes.map(({ rule, cluster, error }) => ({
			rule,
			message: `${error instanceof Error ? error.message : String(error)}${cluster === void 0 ? "" : ` (cluster ${cluster})`}`
		})),
		coverage: coverageOf(workspace, resources),
		...timing && { timing },
		rules: new Map(rules.filter(({ id }) => named.has(id)).map((rule) => [rule.id, rule])),
		source: (path) => {
			const file = workspace.file(path);
			return file && mask.source(file);
		},
		graphs,
		...changed && { reach: () => reachOf(graphs(), workspace, changed) },
		objectOf: createObjectFinder(workspace, mask)
	};
}
/** Clusters may run different versions: then all of them are named, in order. */
function targetOf$2({ clusters }) {
	const all = (values) => [...new Set(values)].sort().join(", ");
	return {
		flux: all(clusters.map(({ target }) => target.flux)),
		kubernetes: all(clusters.map(({ target }) => target.kubernetes))
	};
}
function summaryOf(workspace, findings, { resources, skipped }) {
	const active = findings.filter(({ suppressedBy }) => !suppressedBy);
	const count = (severity) => active.filter((finding) => finding.severity === severity).length;
	const rendered = workspace.clusters.flatMap(({ resources }) => resources).filter(({ origin }) => origin.via === "helm");
	return {
		files: workspace.files.length,
		documents: workspace.documents.length,
		resources: resources.length,
		rendered: rendered.length,
		errors: count("error"),
		warnings: count("warning"),
		infos: count("info"),
		skipped: skipped.length,
		suppressed: findings.length - active.length
	};
}
//#endregion
//#region src/resolve/graph.ts
/** Indexes the references of a cluster. */
function createGraph(references) {
	const outgoing = groupBy(references, ({ from }) => from);
	const incoming = groupBy(references, ({ resource }) => resource);
	return {
		references,
		from: (resource) => outgoing.get(resource) ?? [],
		to: (resource) => incoming.get(resource) ?? [],
		cycles: (relation) => cyclesOf(references.filter((reference) => reference.relation === relation))
	};
}
/** One cycle for each set of objects that reach one another, from its first member in name order. */
function cyclesOf(references) {
	const edges = groupBy(references.filter(({ resource }) => resource !== void 0), ({ from }) => from);
	const starts = [...edges.keys()].sort((a, b) => keyOf$3(a) < keyOf$3(b) ? -1 : 1);
	const covered = /* @__PURE__ */ new Set();
	const cycles = [];
	for (const start of starts) {
		if (covered.has(start)) continue;
		const cycle = shortestCycle(start, edges);
		if (!cycle) continue;
		for (const member of reachable(start, edges)) if (reachable(member, edges).has(start)) covered.add(member);
		cycles.push(cycle);
	}
	return cycles;
}
function keyOf$3({ id, server }) {
	return resourceKey(id, server);
}
/** All that `start` leads to. */
function reachable(start, edges) {
	const found = /* @__PURE__ */ new Set();
	const queue = [start];
	for (const current of queue) for (const { resource } of edges.get(current) ?? []) {
		if (!resource || found.has(resource)) continue;
		found.add(resource);
		queue.push(resource);
	}
	return found;
}
/** Breadth first from `start` back to itself. */
function shortestCycle(start, edges) {
	const arrivedBy = /* @__PURE__ */ new Map();
	const queue = [start];
	for (const current of queue) for (const edge of edges.get(current) ?? []) {
		const { resource } = edge;
		if (resource === start) return pathTo(current, start, arrivedBy, edge);
		if (resource && !arrivedBy.has(resource)) {
			arrivedBy.set(resource, edge);
			queue.push(resource);
		}
	}
}
function pathTo(end, start, arrivedBy, last) {
	const path = [last];
	for (let current = end; current !== start;) {
		const edge = arrivedBy.get(current);
		if (!edge) break;
		path.unshift(edge);
		current = edge.from;
	}
	return path;
}
//#endregion
//#region src/resolve/field-pattern.ts
/** The patterns are those of our own tables: few, and asked for again with every object. */
const knownSteps = /* @__PURE__ */ new Map();
/** `spec.valuesFrom[].name` → its steps; `[]` stands for every element, `*` for every key. */
function stepsOf(pattern) {
	const known = knownSteps.get(pattern) ?? pattern.replaceAll("[]", ".[]").split(".");
	knownSteps.set(pattern, known);
	return known;
}
function children({ path, value }, step) {
	if (step === "[]") return isList(value) ? value.map((child, index) => ({
		path: [...path, index],
		value: child
	})) : [];
	if (!isObject(value)) return [];
	if (step === "*") return Object.entries(value).map(([key, child]) => ({
		path: [...path, key],
		value: child
	}));
	const child = valueAt(value, [step]);
	return child === void 0 ? [] : [{
		path: [...path, step],
		value: child
	}];
}
/** Every field that `pattern` names: `spec.valuesFrom[].name` gives one match for each entry that has a name. */
function matchFields(manifest, pattern) {
	return stepsOf(pattern).reduce((matches, step) => matches.flatMap((match) => children(match, step)), [{
		path: [],
		value: manifest
	}]);
}
function childValues(value, step) {
	if (step === "[]") return isList(value) ? value : [];
	if (!isObject(value)) return [];
	if (step === "*") return Object.values(value);
	const child = valueAt(value, [step]);
	return child === void 0 ? [] : [child];
}
/** The non-empty strings that `pattern` names. */
function stringsAt(manifest, pattern) {
	const steps = stepsOf(pattern);
	if (!/[[*]/u.test(pattern)) {
		const value = valueAt(manifest, steps);
		return typeof value === "string" && value !== "" ? [value] : [];
	}
	return steps.reduce((values, step) => values.flatMap((value) => childValues(value, step)), [manifest]).filter((value) => typeof value === "string" && value !== "");
}
/**
* Every text that `template` stands for: `{metadata.name}-app` gives `podinfo-db-app`. In `{a|b}` the field `b` counts
* when there is no `a`. A template whose field is missing gives nothing.
*/
function expandTemplate(template, manifest) {
	return expandParts(partsOf$2(template), manifest);
}
const knownParts = /* @__PURE__ */ new Map();
function partsOf$2(template) {
	const known = knownParts.get(template) ?? template.split(/[{}]/u).map((part, index) => index % 2 === 0 ? part : part.split("|")).filter((part) => part !== "");
	knownParts.set(template, known);
	return known;
}
function expandParts([part, ...rest], manifest) {
	if (part === void 0) return [""];
	const texts = typeof part === "string" ? [part] : firstFound(part, manifest);
	if (rest.length === 0 || texts.length === 0) return texts;
	const tails = expandParts(rest, manifest);
	return texts.flatMap((text) => tails.map((tail) => `${text}${tail}`));
}
function firstFound(patterns, manifest) {
	for (const pattern of patterns) {
		const found = stringsAt(manifest, pattern);
		if (found.length > 0) return found;
	}
	return [];
}
//#endregion
//#region src/resolve/producer-rows.ts
const own$1 = "{metadata.namespace}";
const everywhere = "*";
const secret$1 = (name, namespace = own$1) => ({
	kind: kinds.Secret,
	name,
	namespace
});
const configMap = (name, namespace = own$1) => ({
	kind: kinds.ConfigMap,
	name,
	namespace
});
const secrets = (...names) => names.map((name) => secret$1(name));
const row = (kind, makes) => {
	const [name = "", group = ""] = kind.split(/\.(?<group>.*)/u);
	return {
		group,
		kind: name,
		makes
	};
};
const externalSecrets = [
	{
		...row("ExternalSecret.external-secrets.io", secrets("{spec.target.name|metadata.name}")),
		unless: {
			field: "spec.target.creationPolicy",
			values: ["None"]
		}
	},
	row("ClusterExternalSecret.external-secrets.io", [secret$1("{spec.externalSecretSpec.target.name}", everywhere), secret$1("{spec.externalSecretName|metadata.name}", everywhere)]),
	row("SealedSecret.bitnami.com", secrets("{metadata.name}", "{spec.template.metadata.name}")),
	row("SopsSecret.isindir.github.com", secrets("{spec.secretTemplates[].name}")),
	row("SopsSecret.addons.projectcapsule.dev", secrets("{spec.secrets[].name}")),
	row("VaultStaticSecret.secrets.hashicorp.com", secrets("{spec.destination.name}")),
	row("VaultDynamicSecret.secrets.hashicorp.com", secrets("{spec.destination.name}")),
	row("VaultPKISecret.secrets.hashicorp.com", secrets("{spec.destination.name}")),
	row("HCPVaultSecretsApp.secrets.hashicorp.com", secrets("{spec.destination.name}")),
	row("VaultSecret.redhatcop.redhat.io", secrets("{spec.output.name}")),
	row("AzureKeyVaultSecret.spv.no", [secret$1("{spec.output.secret.name}"), configMap("{spec.output.configMap.name}")]),
	row("BitwardenSecret.lerentis.uploadfilter24.eu", [secret$1("{spec.name}", "{spec.namespace|metadata.namespace}")]),
	row("RegistryCredential.lerentis.uploadfilter24.eu", [secret$1("{spec.name}", "{spec.namespace|metadata.namespace}")]),
	row("InfisicalSecret.secrets.infisical.com", [
		secret$1("{spec.managedSecretReference.secretName}", "{spec.managedSecretReference.secretNamespace|metadata.namespace}"),
		secret$1("{spec.managedKubeSecretReferences[].secretName}", everywhere),
		configMap("{spec.managedKubeConfigMapReferences[].configMapName}", everywhere)
	]),
	row("InfisicalDynamicSecret.secrets.infisical.com", [secret$1("{spec.managedSecretReference.secretName}", everywhere)]),
	row("DopplerSecret.secrets.doppler.com", [secret$1("{spec.managedSecret.name}", "{spec.managedSecret.namespace|metadata.namespace}")]),
	row("OnePasswordItem.onepassword.com", secrets("{metadata.name}")),
	row("SecretProviderClass.secrets-store.csi.x-k8s.io", secrets("{spec.secretObjects[].secretName}")),
	row("SecretSync.secret-sync.x-k8s.io", secrets("{metadata.name}")),
	row("ClusterSecret.clustersecret.io", [secret$1("{metadata.name}", everywhere)]),
	row("Password.secretgen.k14s.io", secrets("{metadata.name}")),
	row("RSAKey.secretgen.k14s.io", secrets("{metadata.name}")),
	row("SSHKey.secretgen.k14s.io", secrets("{metadata.name}")),
	row("BasicAuth.secretgenerator.mittwald.de", secrets("{metadata.name}")),
	row("SSHKeyPair.secretgenerator.mittwald.de", secrets("{metadata.name}"))
];
const certificates = [
	row("Certificate.cert-manager.io", secrets("{spec.secretName}")),
	row("Issuer.cert-manager.io", secrets("{spec.acme.privateKeySecretRef.name}")),
	row("ClusterIssuer.cert-manager.io", [secret$1("{spec.acme.privateKeySecretRef.name}", everywhere)]),
	row("Ingress.networking.k8s.io", secrets("{spec.tls[].secretName}")),
	row("Bundle.trust.cert-manager.io", [configMap("{metadata.name}", everywhere), secret$1("{metadata.name}", everywhere)]),
	row("ClusterBundle.trust-manager.io", [configMap("{metadata.name}", everywhere), secret$1("{metadata.name}", everywhere)])
];
const operators = [
	row("Cluster.postgresql.cnpg.io", [
		"app",
		"superuser",
		"ca",
		"server",
		"replication"
	].map((end) => secret$1(`{metadata.name}-${end}`))),
	row("postgresql.acid.zalan.do", secrets("*.{metadata.name}.credentials.postgresql.acid.zalan.do")),
	row("PostgresCluster.postgres-operator.crunchydata.com", secrets("{metadata.name}-*")),
	row("PerconaXtraDBCluster.pxc.percona.com", secrets("{metadata.name}-*", "{spec.secretsName}")),
	row("RabbitmqCluster.rabbitmq.com", secrets("{metadata.name}-*")),
	row("User.rabbitmq.com", secrets("{metadata.name}-user-credentials")),
	row("Elasticsearch.elasticsearch.k8s.elastic.co", secrets("{metadata.name}-es-*")),
	row("MongoDBCommunity.mongodbcommunity.mongodb.com", secrets("{metadata.name}-*")),
	row("Kafka.kafka.strimzi.io", secrets("{metadata.name}-*")),
	row("KafkaUser.kafka.strimzi.io", secrets("{metadata.name}")),
	row("Database.kinda.rocks", [secret$1("{spec.secretName}"), configMap("{spec.secretName}")]),
	row("ObjectBucketClaim.objectbucket.io", [secret$1("{metadata.name}"), configMap("{metadata.name}")]),
	row("CephObjectStoreUser.ceph.rook.io", secrets("rook-ceph-object-user-{spec.store}-{metadata.name}")),
	row("FieldExport.services.k8s.aws", [secret$1("{spec.to.name}", "{spec.to.namespace|metadata.namespace}"), configMap("{spec.to.name}", "{spec.to.namespace|metadata.namespace}")]),
	row("Terraform.infra.contrib.fluxcd.io", secrets("{spec.writeOutputsToSecret.name}")),
	row("GithubApp.githubapp.samir.io", secrets("{spec.accessTokenSecret}")),
	row("Cluster.cluster.x-k8s.io", secrets("{metadata.name}-kubeconfig")),
	row("Cluster.k0smotron.io", secrets("{metadata.name}-kubeconfig")),
	row("TenantControlPlane.kamaji.clastix.io", secrets("{metadata.name}-admin-kubeconfig")),
	row("HostedCluster.hypershift.openshift.io", secrets("{metadata.name}-*"))
];
const flux = [row("ArtifactGenerator.source.extensions.fluxcd.io", [{
	kind: kinds.ExternalArtifact,
	name: "{spec.artifacts[].name}"
}]), row("HelmRelease.helm.toolkit.fluxcd.io", [{
	kind: kinds.HelmChart,
	name: "{metadata.namespace}-{metadata.name}",
	namespace: "{spec.chart.spec.sourceRef.namespace|metadata.namespace}"
}])];
/** What controllers make, by kind; every row of an object counts. */
const producerRows = [
	...externalSecrets,
	...certificates,
	...operators,
	...flux,
	row("Namespace.", [{
		kind: kinds.ServiceAccount,
		name: "default",
		namespace: "{metadata.name}"
	}, configMap("kube-root-ca.crt", "{metadata.name}")]),
	row("*.*", [
		secret$1("{spec.writeConnectionSecretToRef.name}", "{spec.writeConnectionSecretToRef.namespace|metadata.namespace}"),
		secret$1("{spec.operatorSpec.secrets.*.name}"),
		configMap("{spec.operatorSpec.configMaps.*.name}")
	])
];
//#endregion
//#region src/resolve/producers.ts
/** `{{request.object.metadata.name}}`, and the captures of an ArtifactGenerator: known only in the cluster. */
const placeholder = /\{\{[^}]*\}\}|\$?\{[^}]*\}/gu;
const makeId = (kind, name, namespace) => ({
	group: kind.group,
	kind: kind.kind,
	namespace: namespace.replace(placeholder, "*"),
	name: name.replace(placeholder, "*")
});
const rowsByKind = groupBy(producerRows, ({ kind }) => kind);
const rowsOfEveryKind = rowsByKind.get("*") ?? [];
function rowsFor(kind) {
	return [...rowsByKind.get(kind) ?? [], ...rowsOfEveryKind];
}
function matches(row, { id, manifest }) {
	if (row.group !== "*" && row.group !== id.group) return false;
	const { unless } = row;
	return !unless || !stringsAt(manifest, unless.field).some((value) => unless.values.includes(value));
}
function expandProduct({ kind, name, namespace }, manifest) {
	return expandTemplate(namespace ?? "{metadata.namespace}", manifest).flatMap((space) => expandTemplate(name, manifest).map((text) => makeId(kind, text, space)));
}
/** A kind of another's operator that is called a secret: the Secret most likely has its name. */
function namedAfterSecrets({ id, manifest }) {
	if (id.group === "" || !id.kind.endsWith("Secret") || id.kind === "PushSecret") return [];
	if (rowsByKind.get(id.kind)?.some(({ group }) => group === id.group)) return [];
	return [
		id.name,
		...stringsAt(manifest, "spec.secretName"),
		...stringsAt(manifest, "spec.*.secretName")
	].map((name) => makeId(kinds.Secret, name, id.namespace ?? "*"));
}
const kyvernoKinds = new Set([
	"ClusterPolicy",
	"Policy",
	"GeneratingPolicy"
]);
/** What a Kyverno policy generates. */
function generatedByPolicy({ id, manifest }) {
	if (!kyvernoKinds.has(id.kind) || !/(?:^|\.)kyverno\.io$/u.test(id.group)) return [];
	return matchFields(manifest, "spec.rules[].generate").flatMap(({ value }) => {
		const kind = {
			group: groupOf(stringAt(value, ["apiVersion"]) ?? ""),
			kind: stringAt(value, ["kind"])
		};
		const namespace = stringAt(value, ["namespace"]) ?? "*";
		if (kind.kind !== void 0) return [makeId({
			group: kind.group,
			kind: kind.kind
		}, stringAt(value, ["name"]) ?? "*", namespace)];
		return stringsAt(value, "cloneList.kinds[]").map((text) => makeId({
			group: groupOf(text),
			kind: text.slice(text.lastIndexOf("/") + 1)
		}, "*", namespace));
	});
}
const copyNamespaces = [
	"replicator.v1.mittwald.com/replicate-to",
	"replicator.v1.mittwald.com/replicate-to-matching",
	"reflector.v1.k8s.emberstack.com/reflection-auto-enabled",
	"kubed.appscode.com/sync"
];
const annotationFields = [
	["metadata", "annotations"],
	[
		"spec",
		"template",
		"metadata",
		"annotations"
	],
	[
		"spec",
		"target",
		"template",
		"metadata",
		"annotations"
	],
	[
		"spec",
		"externalSecretSpec",
		"target",
		"template",
		"metadata",
		"annotations"
	],
	[
		"spec",
		"secretTemplate",
		"annotations"
	]
];
/** Whether an object, or what it makes, asks a replicating controller for copies. */
function asksForCopies(manifest) {
	return annotationFields.some((path) => {
		const annotations = valueAt(manifest, path);
		return isObject(annotations) && copyNamespaces.some((name) => Object.hasOwn(annotations, name));
	});
}
/** The same object in other namespaces, where a replicating controller copies it. */
function copiesOf(resource, made) {
	if (!asksForCopies(resource.manifest)) return [];
	return [resource.id, ...made].filter((id) => isKind(id, kinds.Secret) || isKind(id, kinds.ConfigMap)).map((id) => ({
		...id,
		namespace: "*"
	}));
}
/**
* The objects that controllers will make from `resource`. A name or namespace may hold `*`, which stands for any
* characters; compare with {@link covers}.
*/
function producedBy(resource) {
	const made = [
		...rowsFor(resource.id.kind).filter((row) => matches(row, resource)).flatMap(({ makes }) => makes.flatMap((product) => expandProduct(product, resource.manifest))),
		...namedAfterSecrets(resource),
		...generatedByPolicy(resource)
	];
	return [...made, ...copiesOf(resource, made)];
}
function matchesGlob(pattern, text) {
	const [head = "", ...parts] = pattern.split("*");
	const tail = parts.pop();
	if (tail === void 0) return pattern === text;
	if (!text.startsWith(head) || text.length < head.length + tail.length) return false;
	const middle = text.slice(head.length, text.length - tail.length);
	let from = 0;
	return parts.every((part) => {
		const found = middle.indexOf(part, from);
		from = found + part.length;
		return found >= 0;
	}) && text.endsWith(tail);
}
/** Whether `target` is one of the objects that `product` stands for. */
function covers(product, target) {
	return product.kind === target.kind && product.group === target.group && matchesGlob(product.namespace ?? "", target.namespace ?? "") && matchesGlob(product.name, target.name);
}
//#endregion
//#region src/resolve/written-products.ts
const knownIds = /* @__PURE__ */ new WeakMap();
/**
* Whether some file of the repository writes `target`, or an object that a controller makes it from. A namespace that is
* not stated, and a name or namespace with variables, may be anything.
*/
function isMadeSomewhere({ all }, target) {
	return all.some((object) => idsOf(object).some((id) => covers(id, target)));
}
function idsOf(object) {
	const known = knownIds.get(object);
	if (known) return known;
	const { id } = object;
	const placed = {
		...id,
		namespace: id.namespace ?? "*"
	};
	const ids = [{
		...placed,
		namespace: withoutVariables(placed.namespace),
		name: withoutVariables(id.name)
	}, ...producedBy({
		id: placed,
		manifest: withNamespace(object.manifest, placed.namespace)
	})];
	knownIds.set(object, ids);
	return ids;
}
function withoutVariables(text) {
	return text.replace(/\$\{[^}]*\}/gu, "*");
}
function withNamespace(manifest, namespace) {
	const { metadata } = manifest;
	return {
		...manifest,
		metadata: {
			...isObject(metadata) ? metadata : {},
			namespace
		}
	};
}
//#endregion
//#region src/build/blind-spots.ts
/** A cluster that the repository shows a part of. */
const unknownCluster = {
	reason: "nothing in this repository says what syncs it",
	mayDefine: () => true,
	reported: false
};
/** What a cluster's builds have left in the dark. */
function blindSpotsOf(builds, releases, resourceSets, written) {
	return [
		...builds.flatMap((build) => ofKustomization(build, written)),
		...releases.flatMap(ofRelease),
		...resourceSets.map((resourceSet) => ({
			reason: `${describe(resourceSet.id)} is not rendered`,
			mayDefine: () => true,
			reported: false
		}))
	];
}
function ofKustomization(build, written) {
	const { kustomization, status, reason, failure } = build;
	const namespace = stringAt(kustomization.manifest, ["spec", "targetNamespace"]);
	if (status === "failed" && failure?.step !== "substitute") return ofFailed(build, written);
	if (reason === void 0) return [];
	const state = status === "skipped" ? "is not built" : "is built in part";
	const mayDefine = (target, from) => from !== kustomization && (namespace === void 0 || target.namespace === namespace);
	const spot = {
		reason: `${describe(kustomization.id)} ${state}: ${reason}`,
		mayDefine,
		reported: false
	};
	if (build.content.status !== "missing") return [spot];
	const follows = (target, from) => mayDefine(target, from) && written.all.some(({ id }) => isSame(id, target));
	return [{
		...spot,
		mayDefine: follows,
		reported: true
	}, spot];
}
/**
* A build that failed and has a finding of its own. What its files name follows from that and is not said again; of a
* file that does not exist nobody can tell what it named, unless another one of the repository has it.
*/
function ofFailed({ kustomization, mayHold }, written) {
	const reason = `${describe(kustomization.id)} does not build`;
	const heldOf = ({ name }) => mayHold?.(name) ?? "written";
	const follows = (target, from) => {
		const held = heldOf(target);
		if (held === "unseen") return isMadeSomewhere(written, target);
		const isNamed = from.owner === kustomization || written.all.some(({ id }) => isSame(id, target));
		return held === "written" && isNamed;
	};
	const mayDefine = (target, from) => {
		const held = heldOf(target);
		const isOwn = held === "unseen" && from.owner === kustomization;
		return held !== "no" && (target.group === "" || isOwn);
	};
	return [{
		reason,
		mayDefine: follows,
		reported: true
	}, {
		reason,
		mayDefine,
		reported: false
	}];
}
/** Whether a written object may be the target: a namespace that it does not state may be given to it. */
function isSame(id, target) {
	return id.kind === target.kind && id.group === target.group && id.name === target.name && (id.namespace === void 0 || id.namespace === target.namespace);
}
const fluxKinds = new Set(Object.values(kinds).map(({ group }) => group).filter((group) => group !== ""));
/** Charts make workloads and their configuration; that one makes a Flux source or a dependency is not expected. */
function ofRelease({ release, status, reason }) {
	if (status === "rendered") return [];
	return [{
		reason: `${describe(release.id)} is not rendered${reason === void 0 ? "" : `: ${reason}`}`,
		mayDefine: ({ group }, from) => from !== release && !fluxKinds.has(group),
		reported: false
	}];
}
//#endregion
//#region src/build/shard-order.ts
/**
* Units of work in the order of a shard: its own share first, then the next shard's, and so round. Within a share each shard
* has an order of its own: two that have come to the same share rarely work on the same unit.
*/
function shardOrder(units, nameOf, { shard, digest }) {
	const { index, count } = shard;
	return units.map((unit) => {
		const name = nameOf(unit);
		return {
			unit,
			away: (shareNumber([name], count, digest) - index + count) % count,
			place: digest(`${index} ${name}`)
		};
	}).sort((left, right) => left.away - right.away || (left.place < right.place ? -1 : 1)).map(({ unit }) => unit);
}
//#endregion
//#region src/build/build-all.ts
/**
* Builds what can be built at the same time; the results are in the order of `resources`. A shard begins with its own share,
* and looks for the others' in the cache when their turn comes: other shards have put them there by then.
*/
async function buildAll(world, resources, build) {
	const { division, digest, engine } = world;
	if (!division) return await Promise.all(resources.map((resource) => build(world, resource)));
	const { shard, turns } = division;
	const nameOf = ({ id, server }) => resourceKey(id, server);
	const begun = /* @__PURE__ */ new Map();
	for (const [rank, resource] of shardOrder(resources, nameOf, {
		shard,
		digest
	}).entries()) {
		const turn = turns.turn(rank);
		const own = {
			...world,
			engine: takingTurns(engine, turn)
		};
		begun.set(resource, build(own, resource).finally(() => turn.end()));
	}
	return await Promise.all(resources.flatMap((resource) => begun.get(resource) ?? []));
}
/** Values are composed in no time, and what is rendered depends on them: they wait for nobody. */
function takingTurns(engine, turn) {
	return { call: (name, request) => name === "values" ? engine.call(name, request) : engine.call(name, request, turn) };
}
//#endregion
//#region src/load/folders.ts
/** The folder of a path; "" for the root. */
function folderOf(path) {
	const slash = path.lastIndexOf("/");
	return slash < 0 ? "" : path.slice(0, slash);
}
/** The last step of a path. */
function baseOf$1(path) {
	return path.slice(path.lastIndexOf("/") + 1);
}
/** Steps that need no normalizing, as those of most paths. */
const isPlain$1 = /^[^./][^/]*(?:\/[^./][^/]*)*$/u;
/** Joins and normalises; "" for the root. `undefined` when the path climbs above the root or is absolute. */
function joinInside(folder, path) {
	if (path.startsWith("/")) return void 0;
	const plain = path.startsWith("./") ? path.slice(2) : path;
	if (isPlain$1.test(plain) && (folder === "" || isPlain$1.test(folder))) return folder === "" ? plain : `${folder}/${plain}`;
	const joined = posix.normalize(posix.join(folder, path)).replace(/\/$/u, "");
	if (joined === ".." || joined.startsWith("../")) return void 0;
	return joined === "." ? "" : joined;
}
/** `spec.path` inside an artifact: clamped at its root, as securejoin does (`flux-semantics.md` 5.1). */
function clampInside(path) {
	return posix.normalize(`/${path}`).replace(/^\/|\/$/gu, "");
}
/** Whether `path` is `folder` itself or lies below it. */
function isInside(path, folder) {
	return folder === "" || path === folder || path.startsWith(`${folder}/`);
}
/** Every folder that has a file in it or below it, "" included. */
function foldersOf(paths) {
	const folders = new Set([""]);
	for (const path of paths) for (let folder = folderOf(path); !folders.has(folder); folder = folderOf(folder)) folders.add(folder);
	return folders;
}
//#endregion
//#region src/build/build-files.ts
/** What the build of `kustomization` reads from `folder` on. */
function buildFiles({ kustomizationFiles, fileAt, digest }, kustomization, { tree, folder }) {
	return {
		tree,
		folder,
		components: listAt(kustomization.manifest, ["spec", "components"]).flatMap((text, index) => {
			const target = typeof text === "string" ? joinInside(folder, text) : void 0;
			return typeof text !== "string" || target === void 0 ? [] : [{
				index,
				text,
				folder: target
			}];
		}),
		kustomizationFiles,
		fileAt,
		digest
	};
}
//#endregion
//#region src/parse/closure.ts
/** The list of a repository is asked for again with each build. */
const knownIndices = /* @__PURE__ */ new WeakMap();
/** Index for {@link filesReached}; the first file of a folder wins. */
function byFolder(files) {
	const known = knownIndices.get(files);
	if (known) return known;
	const index = new Map([...files].reverse().map((file) => [file.folder, file]));
	knownIndices.set(files, index);
	return index;
}
/**
* The files that a build of `folder` reads: the closure of its kustomization file, or, without one, what Flux's
* generator picks up (`flux-semantics.md` 5.2). Statically, so also where the build itself fails.
*/
function filesReached(folder, paths, kustomizationFiles) {
	const reached = /* @__PURE__ */ new Set();
	visitFolder(folder, {
		paths,
		kustomizationFiles,
		reached,
		visited: /* @__PURE__ */ new Set()
	});
	return reached;
}
function visitFolder(folder, walk) {
	if (walk.visited.has(folder)) return;
	walk.visited.add(folder);
	const kustomizationFile = walk.kustomizationFiles.get(folder);
	if (!kustomizationFile) {
		visitGenerated(folder, walk);
		return;
	}
	walk.reached.add(kustomizationFile.path);
	for (const { kind, target } of kustomizationFile.entries) {
		if (target === void 0) continue;
		if (kind === "folder") visitFolder(target, walk);
		else if (kind === "file") walk.reached.add(target);
	}
}
function visitGenerated(folder, walk) {
	for (const path of walk.paths) {
		if (!isInside(path, folder) || !/\.ya?ml$/u.test(path)) continue;
		const owner = nearestKustomization(folderOf(path), folder, walk.kustomizationFiles);
		if (owner === void 0) walk.reached.add(path);
		else visitFolder(owner, walk);
	}
}
/** The topmost folder between `root` (exclusive) and `folder` (inclusive) that has a kustomization file of its own. */
function nearestKustomization(folder, root, kustomizationFiles) {
	let found;
	for (let current = folder; current !== root && isInside(current, root); current = folderOf(current)) {
		if (kustomizationFiles.has(current)) found = current;
		if (current === "") break;
	}
	return found;
}
//#endregion
//#region src/parse/kustomization-files.ts
/** The names that kustomize recognises; two of them in one folder are an error (`flux-semantics.md` 5.2). */
const fileNames = [
	"kustomization.yaml",
	"kustomization.yml",
	"Kustomization"
];
function isKustomizationFileName(name) {
	return fileNames.includes(name);
}
/** Every kustomization file with what it names. */
function kustomizationFilesOf(files, paths, submodules) {
	const tree = {
		files: paths,
		folders: foldersOf(paths),
		submodules
	};
	return files.filter(({ role }) => role === "kustomization" || role === "component").flatMap(({ source, documents, role }) => {
		const document = documents.find(({ content }) => isObject(content));
		if (!document || isFluxObject(document.content)) return [];
		const folder = folderOf(source.path);
		return [{
			path: source.path,
			folder,
			component: role === "component",
			document,
			entries: entriesOf$2(document, folder, tree),
			rivals: fileNames.map((name) => folder === "" ? name : `${folder}/${name}`).filter((path) => path !== source.path && paths.has(path))
		}];
	});
}
/** A Flux Kustomization in a file called `kustomization.yaml` is no kustomization file's content; kustomize would refuse it. */
function isFluxObject(content) {
	return stringAt(content, ["apiVersion"])?.startsWith("kustomize.toolkit.fluxcd.io/") ?? false;
}
function entriesOf$2(document, folder, tree) {
	const content = document.content;
	const entry = (field, path, text) => typeof text === "string" && text !== "" ? [classify(field, path, text, folder, tree)] : [];
	const list = (field, key) => listAt(content, [key]).flatMap((text, index) => entry(field, [key, index], text));
	const patchFiles = (key) => listAt(content, [key]).flatMap((patch, index) => entry("patches", [
		key,
		index,
		"path"
	], stringAt(patch, ["path"])));
	return [
		...list("resources", "resources"),
		...list("resources", "bases"),
		...list("components", "components"),
		...patchFiles("patches"),
		...patchFiles("patchesJson6902"),
		...list("patches", "patchesStrategicMerge"),
		...["configMapGenerator", "secretGenerator"].flatMap((key) => generatorEntries(content, key, entry)),
		...list("configuration", "configurations"),
		...list("configuration", "crds"),
		...entry("configuration", ["openapi", "path"], stringAt(content, ["openapi", "path"])),
		...listAt(content, ["replacements"]).flatMap((replacement, index) => entry("configuration", [
			"replacements",
			index,
			"path"
		], stringAt(replacement, ["path"]))),
		...[
			"transformers",
			"generators",
			"validators"
		].flatMap((key) => list("transformer", key))
	];
}
function generatorEntries(content, key, entry) {
	return listAt(content, [key]).flatMap((generator, index) => [...["files", "envs"].flatMap((field) => listAt(generator, [field]).flatMap((text, position) => entry("generator", [
		key,
		index,
		field,
		position
	], typeof text === "string" ? withoutKey(text) : text))), ...entry("generator", [
		key,
		index,
		"env"
	], stringAt(generator, ["env"]))]);
}
/** `settings.ini=files/prod.ini` names the file after the equals sign. */
function withoutKey(text) {
	return text.slice(text.indexOf("=") + 1);
}
function classify(field, path, text, folder, tree) {
	const entry = {
		field,
		path,
		text
	};
	if (text.includes("\n") || text.trimStart().startsWith("{")) return {
		...entry,
		kind: "inline"
	};
	const target = joinInside(folder, text);
	if (target !== void 0 && tree.files.has(target)) return {
		...entry,
		target,
		kind: "file"
	};
	if (target !== void 0 && tree.folders.has(target)) return {
		...entry,
		target,
		kind: "folder"
	};
	if (isRemote$1(text)) return {
		...entry,
		kind: "remote"
	};
	if (target === void 0) return {
		...entry,
		kind: "outside"
	};
	if (tree.submodules.some((submodule) => isInside(target, submodule))) return {
		...entry,
		target,
		kind: "elsewhere"
	};
	return {
		...entry,
		target,
		kind: "missing"
	};
}
/** What kustomize would clone or download when no such file or folder exists (`api/internal/git`, `api/ifc`). */
function isRemote$1(text) {
	return /^(?:[a-z][a-z0-9+.-]*:)?\/\//iu.test(text) || /^git::|^[\w.-]+@[\w.-]+:|[?&]ref=|\.git(?:\/|$|\?)/u.test(text) || /^(?:github\.com|gitlab\.com|bitbucket\.org)[/:]/u.test(text);
}
//#endregion
//#region src/resolve/written-objects.ts
/** The objects of a document; those inside a List count one by one. */
function writtenObjects(document) {
	const { content } = document;
	if (!isObject(content)) return [];
	if (stringAt(content, ["kind"])?.endsWith("List") && Array.isArray(content.items)) return listAt(content, ["items"]).flatMap((item, index) => objectOf(document, ["items", index], item));
	return objectOf(document, [], content);
}
function objectOf(document, path, manifest) {
	const id = idOf(manifest);
	const apiVersion = stringAt(manifest, ["apiVersion"]);
	return id && apiVersion !== void 0 && isObject(manifest) ? [{
		document,
		path,
		manifest,
		apiVersion,
		id
	}] : [];
}
/** What an API server would know the object by; undefined without apiVersion, kind or name. */
function idOf(manifest) {
	const apiVersion = stringAt(manifest, ["apiVersion"]);
	const kind = stringAt(manifest, ["kind"]);
	const name = stringAt(manifest, ["metadata", "name"]);
	if (apiVersion === void 0 || kind === void 0 || name === void 0) return void 0;
	const namespace = stringAt(manifest, ["metadata", "namespace"]);
	return {
		group: groupOf(apiVersion),
		kind,
		...namespace ? { namespace } : {},
		name
	};
}
/** Indexes the objects of all files that are not templates, patches or values. */
function indexWritten(files) {
	const byFile = new Map(files.map((file) => [file.source.path, file.documents.flatMap(writtenObjects)]));
	return {
		all: files.filter(({ role }) => role === "manifest").flatMap(({ source }) => byFile.get(source.path) ?? []),
		inFile(path, { kind, name, namespace }) {
			const same = (byFile.get(path) ?? []).filter(({ id }) => id.kind === kind && id.name === name);
			return same.find(({ id }) => id.namespace === namespace) ?? same[0];
		}
	};
}
//#endregion
//#region src/build/held-names.ts
/**
* Answers whether the files and folders of `targets`, which a build has left out, may define an object of a name.
* Undefined ones lie outside the checked root.
*/
function heldNames(files, targets) {
	let texts;
	return (name) => {
		texts ??= targets.map((target) => target === void 0 ? [] : textsAt(files, target));
		if (texts.flat().some((text) => text.includes(name))) return "written";
		if (!texts.some((own) => own.length === 0)) return "no";
		return files.kustomizationFiles.some((file) => generates(file, name)) ? "written" : "unseen";
	};
}
/** The text of a file, or of all that a folder leads to; none for what does not exist. */
function textsAt({ tree, kustomizationFiles, fileAt }, target) {
	const file = fileAt(target);
	if (file) return [file.source.text];
	return [...filesReached(target, [...tree.tree.files.keys()].map((path) => tree.repositoryPath(path) ?? path), byFolder(kustomizationFiles))].flatMap((path) => fileAt(path)?.source.text ?? []);
}
function generates({ document }, name) {
	return ["configMapGenerator", "secretGenerator"].some((field) => listAt(document.content, [field]).some((entry) => stringAt(entry, ["name"]) === name));
}
//#endregion
//#region src/build/source-tree.ts
const contentDigests = /* @__PURE__ */ new WeakMap();
/** A tree of files, with an id over paths and contents. */
function fileTree(files, digest) {
	return {
		id: digest([...files].map(([path, bytes]) => `${path}\0${digestOf(bytes, digest)}`).sort().join("\n")),
		files
	};
}
/** The digest of a file's content, computed once. */
function digestOf(bytes, digest) {
	let known = contentDigests.get(bytes);
	if (known === void 0) {
		known = digest(bytes);
		contentDigests.set(bytes, known);
	}
	return known;
}
/** The artifact that a GitRepository makes of a checkout: without what `.sourceignore` and the defaults leave out. */
function folderTree({ files, folder, ignore, digest, defaults = "git" }) {
	const strip = folder === "" ? 0 : folder.length + 1;
	const inside = files.filter(({ path }) => isInside(path, folder));
	const decoder = new TextDecoder();
	const leftOut = createSourceIgnore({
		files: new Map(inside.filter(({ path }) => baseOf$1(path) === ".sourceignore").map(({ path, bytes }) => [path.slice(strip), decoder.decode(bytes)])),
		...ignore === void 0 ? {} : { ignore },
		defaults
	});
	const kept = /* @__PURE__ */ new Map();
	for (const { path, bytes } of inside) {
		const own = path.slice(strip);
		if (!leftOut(own)) kept.set(own, bytes);
	}
	return {
		tree: fileTree(kept, digest),
		repositoryPath: (path) => folder === "" ? path : path === "" ? folder : `${folder}/${path}`,
		unknown: []
	};
}
/** A tree put together file by file, each with the place it comes from. */
function composedTree(files, digest, unknown = []) {
	return {
		tree: fileTree(new Map([...files].map(([path, { bytes }]) => [path, bytes])), digest),
		repositoryPath: (path) => files.get(path)?.from,
		unknown
	};
}
/** Whether a path may exist in a tree although its files are not known. */
function isUnknown(tree, path) {
	return tree.unknown.some((folder) => isInside(path, folder) || isInside(folder, path));
}
/** Every folder of a tree. */
function treeFolders(tree) {
	return foldersOf(tree.tree.files.keys());
}
//#endregion
//#region src/build/leave-out.ts
/** Leaves out what kustomize would fetch from the network, so that the rest can be built: nothing is fetched. */
function withoutRemote(files) {
	return reduce(files, { leavesEntry: isRemote });
}
function isRemote({ kind, field }) {
	return (kind === "remote" || kind === "elsewhere") && [
		"resources",
		"components",
		"generator"
	].includes(field);
}
/**
* Leaves out what a build cannot read (missing files, YAML that kustomize refuses, files that hold no Kubernetes object,
* folders of the wrong sort), so that one bad file does not hide what the others define.
*/
function withoutBroken(files) {
	const index = byFolder(files.kustomizationFiles);
	const isWrongSort = ({ kind, field, target }) => {
		const found = kind === "folder" && target !== void 0 ? index.get(target) : void 0;
		return found !== void 0 && found.component !== (field === "components");
	};
	const isBroken = (entry) => [
		"resources",
		"components",
		"generator",
		"patches"
	].includes(entry.field) && (entry.kind === "missing" || entry.kind === "outside" || isWrongSort(entry) || entry.target !== void 0 && isRefused(files, entry.target));
	return reduce(files, {
		leavesEntry: isBroken,
		leavesComponent: ({ folder }) => index.get(folder)?.component !== true,
		unnamed: {
			leavesFile: (path) => isUnreadable(files, path) || isRival(files, path),
			leavesFolder: ({ component }) => component
		}
	});
}
/** kustomize's reader stops at syntax errors and at repeated keys. */
function isRefused({ fileAt }, path) {
	return fileAt(path)?.documents.some(({ syntaxErrors, repeatedKeys }) => syntaxErrors.length > 0 || repeatedKeys.length > 0) ?? false;
}
/** A second kustomization file in a folder: the first is kept. */
function isRival({ kustomizationFiles }, path) {
	const own = kustomizationFiles.findIndex((file) => file.path === path);
	return kustomizationFiles.some((file, index) => index < own && file.rivals.includes(path));
}
/** A file that the generator picks up and cannot decode (`flux-semantics.md` 5.2). */
function isUnreadable(files, path) {
	if (isKustomizationFileName(baseOf$1(path))) return false;
	const documents = files.fileAt(path)?.documents;
	if (!documents) return /\.ya?ml$/u.test(path);
	return documents.some((document) => document.syntaxErrors.length > 0 || document.content !== void 0 && document.content !== null && writtenObjects(document).length === 0);
}
function reduce(files, choice) {
	const { tree, digest } = files;
	const { leavesEntry, leavesComponent, unnamed } = choice;
	const withSuch = files.kustomizationFiles.filter(({ entries }) => entries.some(leavesEntry));
	const reached = withSuch.length > 0 || unnamed ? reachedFrom(files) : none;
	const affected = withSuch.filter(({ path }) => reached.has(path));
	const dropped = unnamed ? droppedFiles(files, reached, unnamed) : none;
	const components = files.components.filter((component) => leavesComponent?.(component) ?? false);
	const entries = affected.flatMap((file) => file.entries.filter(leavesEntry));
	const left = [...entries, ...components].map(({ text }) => text).concat([...dropped]);
	const rewritten = new Map(affected.map((file) => [file.path, rewrite(file, leavesEntry)]));
	const kept = () => new Map([...tree.tree.files].flatMap(([path, bytes]) => {
		const place = tree.repositoryPath(path) ?? path;
		return dropped.has(place) ? [] : [[path, rewritten.get(place) ?? bytes]];
	}));
	const isSame = rewritten.size === 0 && dropped.size === 0;
	const targets = [
		...entries.map(({ target }) => target),
		...components.map(({ folder }) => folder),
		...dropped
	];
	return {
		tree: isSame ? tree : {
			...tree,
			tree: fileTree(kept(), digest)
		},
		components: new Set(components.map(({ index }) => index)),
		left,
		mayHold: heldNames(files, targets)
	};
}
const none = /* @__PURE__ */ new Set();
function reachedFrom(files) {
	const { tree, folder, components, kustomizationFiles } = files;
	const paths = [...tree.tree.files.keys()].map((path) => tree.repositoryPath(path) ?? path);
	const index = byFolder(kustomizationFiles);
	const folders = [folder, ...components.map((component) => component.folder)];
	return new Set(folders.flatMap((start) => [...filesReached(start, paths, index)]));
}
function droppedFiles(files, reached, { leavesFile, leavesFolder }) {
	const { kustomizationFiles, tree } = files;
	const listed = new Set(kustomizationFiles.flatMap(({ entries }) => entries.map(({ target }) => target)));
	const rivals = kustomizationFiles.flatMap((file) => reached.has(file.path) ? file.rivals : []);
	const candidates = [...reached, ...rivals].filter((path) => !listed.has(path));
	const starts = [files.folder, ...files.components.map(({ folder }) => folder)];
	const folders = kustomizationFiles.filter(({ path, folder }) => reached.has(path) && !listed.has(folder)).filter((file) => !starts.includes(file.folder) && leavesFolder(file));
	const inside = [...tree.tree.files.keys()].map((path) => tree.repositoryPath(path) ?? path).filter((path) => folders.some(({ folder }) => isInside(path, folder)));
	return new Set([...candidates.filter(leavesFile), ...inside]);
}
function rewrite({ document, entries }, leaves) {
	const left = new Set(entries.filter(leaves).map(({ field, path }) => JSON.stringify(field === "patches" ? path.slice(0, 2) : path)));
	return new TextEncoder().encode(JSON.stringify(without(document.content ?? {}, left, [])));
}
/** A copy of `value` that lacks the list elements at the paths of `left`. */
function without(value, left, path) {
	if (isList(value)) return value.flatMap((element, index) => {
		const inner = [...path, index];
		return left.has(JSON.stringify(inner)) ? [] : [without(element, left, inner)];
	});
	if (!isObject(value)) return value;
	return Object.fromEntries(Object.entries(value).map(([key, element]) => [key, without(element, left, [...path, key])]));
}
//#endregion
//#region src/build/build-world.ts
/** The API server that an object's `spec.kubeConfig` leads to; the owner's own without one. */
function serverOf(owner) {
	const kubeConfig = owner.manifest.spec?.kubeConfig;
	const name = nameIn(kubeConfig, "secretRef") ?? nameIn(kubeConfig, "configMapRef");
	return name === void 0 ? owner.server : `${owner.id.namespace ?? ""}/${name}`;
}
function nameIn(kubeConfig, field) {
	const reference = kubeConfig?.[field];
	return typeof reference?.name === "string" ? reference.name : void 0;
}
//#endregion
//#region src/build/scope.ts
const index = new Map(Object.entries({
	"": [
		"Namespace",
		"Node",
		"PersistentVolume",
		"ComponentStatus"
	],
	"admissionregistration.k8s.io": [
		"MutatingWebhookConfiguration",
		"ValidatingWebhookConfiguration",
		"ValidatingAdmissionPolicy",
		"ValidatingAdmissionPolicyBinding",
		"MutatingAdmissionPolicy",
		"MutatingAdmissionPolicyBinding"
	],
	"apiextensions.k8s.io": ["CustomResourceDefinition"],
	"apiregistration.k8s.io": ["APIService"],
	"certificates.k8s.io": ["CertificateSigningRequest", "ClusterTrustBundle"],
	"flowcontrol.apiserver.k8s.io": ["FlowSchema", "PriorityLevelConfiguration"],
	"networking.k8s.io": [
		"IngressClass",
		"ServiceCIDR",
		"IPAddress"
	],
	"node.k8s.io": ["RuntimeClass"],
	policy: ["PodSecurityPolicy"],
	"rbac.authorization.k8s.io": ["ClusterRole", "ClusterRoleBinding"],
	"resource.k8s.io": ["DeviceClass", "ResourceSlice"],
	"scheduling.k8s.io": ["PriorityClass"],
	"storage.k8s.io": [
		"StorageClass",
		"CSIDriver",
		"CSINode",
		"VolumeAttachment",
		"VolumeAttributesClass"
	],
	"snapshot.storage.k8s.io": ["VolumeSnapshotClass", "VolumeSnapshotContent"],
	"gateway.networking.k8s.io": ["GatewayClass"],
	"cert-manager.io": ["ClusterIssuer"],
	"external-secrets.io": [
		"ClusterSecretStore",
		"ClusterExternalSecret",
		"ClusterPushSecret"
	],
	"kyverno.io": ["ClusterPolicy", "ClusterCleanupPolicy"]
}).map(([group, names]) => [group, new Set(names)]));
/** Whether objects of a kind have no namespace; kinds that nobody knows count as namespaced. */
function isClusterScoped({ group, kind }) {
	return index.get(group)?.has(kind) ?? false;
}
//#endregion
//#region src/build/make-resource.ts
/** An object with its identity; undefined for what has no kind or name. */
function makeResource(parts) {
	const { manifest, origin, owner, server, uncertain, locate } = parts;
	const id = identityOf(manifest, parts.defaultNamespace);
	const apiVersion = stringAt(manifest, ["apiVersion"]);
	if (!id || apiVersion === void 0) return void 0;
	const resource = {
		id,
		apiVersion,
		manifest,
		origin,
		owner,
		server,
		uncertain,
		at: (path, part = "value", span) => locate(resource, path, part, span)
	};
	return resource;
}
function identityOf(manifest, defaultNamespace) {
	const apiVersion = stringAt(manifest, ["apiVersion"]);
	const kind = stringAt(manifest, ["kind"]);
	const name = stringAt(manifest, ["metadata", "name"]);
	if (apiVersion === void 0 || kind === void 0 || name === void 0) return void 0;
	const group = groupOf(apiVersion);
	if (isClusterScoped({
		group,
		kind
	})) return {
		group,
		kind,
		name
	};
	const namespace = stringAt(manifest, ["metadata", "namespace"]) || defaultNamespace;
	return {
		group,
		kind,
		...namespace ? { namespace } : {},
		name
	};
}
//#endregion
//#region src/build/stand-in.ts
/**
* Values that nobody can see (encrypted, or defined outside the repository) are stood in for by a text of this form, so
* that builds go on; no finding rests on them.
*/
const prefix = "sluice-unknown-";
/** The stand-in for a value called `name`. It is a legal DNS label. */
function standIn(name) {
	return `${prefix}${name.toLowerCase().replace(/[^a-z0-9]+/gu, "-").replace(/^-+|-+$/gu, "")}`;
}
/**
* The stand-in for the first 12 characters of a commit or digest that does not exist yet: that of the repository under
* check. It has their length and fits where they fit; what was made with it is so in any commit, and it says by itself
* that it is none.
*/
const revisionStandIn = "hashnotknown";
/** Whether a text holds the stand-in of a revision. */
function holdsRevisionStandIn(text) {
	return text.includes(revisionStandIn);
}
/** Whether a text holds a stand-in. */
function holdsStandIn(text) {
	return text.includes(prefix);
}
/** Whether a value is one that SOPS has encrypted (`flux-semantics.md` section 10). */
function isEncryptedValue(value) {
	return typeof value === "string" && value.startsWith("ENC[AES256_GCM,");
}
//#endregion
//#region src/build/patches.ts
/** The patches of a build in the order in which they are applied: the kustomization files', then `spec.patches`. */
function patchesOf(kustomization, kustomizationFiles, fileAt) {
	return [...kustomizationFiles.flatMap((file) => filePatches(file, fileAt)), ...listAt(kustomization.manifest, ["spec", "patches"]).flatMap((patch, index) => {
		const { document, path } = kustomization.at([
			"spec",
			"patches",
			index,
			"patch"
		]);
		return withTarget(document.embedded(path), valueAt(patch, ["target"]));
	})];
}
function filePatches({ document, entries }, fileAt) {
	const { content } = document;
	const fromFiles = entries.filter(({ field }) => field === "patches").flatMap(({ target, path, kind }) => {
		return withTarget(kind === "inline" ? document.embedded(path) : target === void 0 ? [] : fileAt(target)?.documents ?? [], valueAt(content, [...path.slice(0, 2), "target"]));
	});
	const inline = ["patches", "patchesJson6902"].flatMap((key) => listAt(content, [key]).flatMap((patch, index) => withTarget(document.embedded([
		key,
		index,
		"patch"
	]), valueAt(patch, ["target"]))));
	return [...fromFiles, ...inline];
}
function withTarget(documents, target) {
	return documents.map((document) => ({
		document,
		...target === void 0 ? {} : { target }
	}));
}
/**
* Whether a patch may touch an object. Names in targets are regular expressions, so only the kind decides there; who
* asks compares values as well. A patch without target names its object, perhaps before a prefix, a suffix or a variable.
*/
function mayTouch({ document, target }, { id }) {
	if (target !== void 0) {
		const kind = stringAt(target, ["kind"]);
		return kind === void 0 || kind === id.kind || /[^\w]/u.test(kind);
	}
	const { content } = document;
	const name = stringAt(content, ["metadata", "name"]) ?? "";
	const isNamed = id.name.includes(name) || name.includes("${");
	return isObject(content) && content.kind === id.kind && isNamed;
}
/** The path of a field inside a patch, when the patch sets the field to `wanted`. */
function fieldInPatch({ document }, path, accepts) {
	const { content } = document;
	if (isObject(content)) return accepts(valueAt(content, path)) ? path : void 0;
	const operations = listAt(content, []);
	for (let index = operations.length - 1; index >= 0; index--) {
		const rest = restOfPointer(stringAt(operations[index], ["path"]) ?? "", path);
		if (rest && accepts(valueAt(operations[index], ["value", ...rest]))) return [
			index,
			"value",
			...rest
		];
	}
}
/** What is left of `path` below a JSON pointer (RFC 6901); `-` stands for any place in a list. */
function restOfPointer(pointer, path) {
	const steps = pointer.split("/").slice(1).map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
	if (steps.length === 0 || steps.length > path.length) return void 0;
	return steps.every((step, index) => step === String(path[index]) || step === "-" && typeof path[index] === "number") ? path.slice(steps.length) : void 0;
}
//#endregion
//#region src/build/trace.ts
/**
* The field of a built object, where a person would edit it: in the document itself, in the last patch that set it, or
* in what gives the object its namespace. Whoever set a field is found by comparing values.
*/
function traceField(resource, source, trace, sought) {
	const { path, part, span } = sought;
	const own = {
		document: source.document,
		path: [...source.path, ...path],
		part,
		...span ? { span } : {},
		resource,
		field: path
	};
	const wanted = valueAt(resource.manifest, path);
	const accepts = (value) => value !== void 0 && explains(value, wanted);
	const written = valueAt(source.document.content, own.path);
	if (accepts(written)) return withVariable(own, written, trace);
	const patched = findInPatches(resource, trace, path, accepts);
	if (patched) return {
		...own,
		...patched,
		via: [declaredAt(source, resource)]
	};
	const setter = namespaceSetter(resource, trace, path);
	return setter ? {
		...own,
		...setter,
		via: [declaredAt(source, resource)]
	} : own;
}
/** Whether a written value can be what became `wanted`: equal, or still to be substituted. */
function explains(written, wanted) {
	if (typeof written === "object" && written !== null) return typeof wanted === "object" && wanted !== null;
	return written === wanted || typeof written === "string" && written.includes("${");
}
function findInPatches(resource, trace, path, accepts) {
	trace.patches ??= patchesOf(trace.kustomization, trace.kustomizationFiles, trace.fileAt);
	for (let index = trace.patches.length - 1; index >= 0; index--) {
		const patch = trace.patches[index];
		const found = patch && mayTouch(patch, resource) ? fieldInPatch(patch, path, accepts) : void 0;
		if (patch && found) return {
			document: patch.document,
			path: found
		};
	}
}
/** `targetNamespace` wins over the kustomization files' `namespace` (`flux-semantics.md` 5.3). */
function namespaceSetter(resource, trace, path) {
	if (path.join(".") !== "metadata.namespace") return void 0;
	const target = ["spec", "targetNamespace"];
	if (stringAt(trace.kustomization.manifest, target) === resource.id.namespace) return trace.kustomization.at(target);
	const file = trace.kustomizationFiles.find(({ document }) => stringAt(document.content, ["namespace"]) === resource.id.namespace);
	return file && {
		document: file.document,
		path: ["namespace"]
	};
}
function declaredAt({ document, path }, resource) {
	return {
		document,
		path,
		part: "value",
		message: `${resource.id.kind} ${resource.id.name} is declared here`
	};
}
function withVariable(own, written, trace) {
	const name = typeof written === "string" ? /\$\{#?(\w+)/u.exec(written)?.[1] : void 0;
	const definition = name === void 0 ? void 0 : trace.variableAt(name);
	if (!definition) return own;
	const { document, path, part } = definition;
	return {
		...own,
		via: [{
			document,
			path,
			part,
			message: `\`${name}\` is set here`
		}]
	};
}
//#endregion
//#region src/build/built-resources.ts
/** The objects of a build, each with the document that a person would edit. */
function builtResources(objects, made) {
	return objects.flatMap((object) => {
		const { manifest } = object;
		const { owner, server, trace } = made;
		const { place, generated } = sourceOf(object, made);
		const resource = makeResource({
			manifest,
			origin: {
				via: "kustomize",
				document: place.document,
				path: place.path,
				generated
			},
			owner,
			server,
			uncertain: made.mayBeUncertain && holdsStandIn(JSON.stringify(manifest)),
			locate: (self, path, part, span) => {
				const own = generated ? generatorField(place, path) : void 0;
				if (own) return {
					...own,
					part,
					resource: self,
					field: path
				};
				return traceField(self, place, trace, {
					path,
					part,
					...span ? { span } : {}
				});
			}
		});
		return resource ? [resource] : [];
	});
}
function sourceOf({ origin, original }, { tree, written, trace, owner }) {
	const file = origin.path === void 0 ? void 0 : tree.repositoryPath(origin.path);
	const object = file === void 0 ? void 0 : written.inFile(file, original);
	if (object) return {
		place: object,
		generated: false
	};
	const configured = origin.configuredIn === void 0 ? void 0 : tree.repositoryPath(origin.configuredIn);
	const generator = trace.kustomizationFiles.find(({ path }) => path === configured);
	if (generator) return {
		place: generatorPlace(generator.document, original),
		generated: true
	};
	const { document, path } = owner.at(["spec", "path"]);
	return {
		place: {
			document,
			path
		},
		generated: true
	};
}
/** The entry of a kustomization file that generates an object. */
function generatorPlace(document, { kind, name }) {
	const field = kind === "Secret" ? "secretGenerator" : "configMapGenerator";
	const index = listAt(document.content, [field]).findIndex((entry) => stringAt(entry, ["name"]) === name);
	return {
		document,
		path: index < 0 ? [] : [field, index]
	};
}
/** The line of a generator that gives an object its `data.key`, or its name. */
function generatorField({ document, path }, field) {
	if (field[0] === "metadata") return {
		document,
		path: [...path, ...field.slice(1)]
	};
	const key = String(field[1] ?? "");
	for (const list of ["files", "literals"]) {
		const index = listAt(document.content, [...path, list]).findIndex((entry) => typeof entry === "string" && keyOf$2(entry) === key);
		if (index >= 0) return {
			document,
			path: [
				...path,
				list,
				index
			]
		};
	}
	return {
		document,
		path
	};
}
/** `values.yaml=files/values.yaml` and `files/values.yaml` both make the key `values.yaml`. */
function keyOf$2(entry) {
	const equals = entry.indexOf("=");
	return equals >= 0 ? entry.slice(0, equals) : entry.slice(entry.lastIndexOf("/") + 1);
}
//#endregion
//#region src/build/variables/expression.ts
/** Flux's `isDefaultOp`: https://github.com/fluxcd/pkg/blob/main/envsubst/template.go */
function isDefaultOperator(operator) {
	return [
		"=",
		":=",
		":-",
		":+",
		":?"
	].includes(operator ?? "");
}
//#endregion
//#region src/build/variables/parse-expression.ts
const argumentError = "unable to parse substitution within function";
/**
* Reads an expression whose `${` has just been read.
* An explicit stack instead of recursion: a hostile text may nest expressions as deep as it is long.
*/
function parseExpression(scanner) {
	const open = [new ExpressionParser(scanner).parse()];
	let finished;
	for (;;) {
		const innermost = open.at(-1);
		if (innermost === void 0) break;
		const step = finished === void 0 ? innermost.next() : innermost.next(finished);
		if (step.done) {
			open.pop();
			finished = step.value;
			if (open.length === 0) return finished;
		} else {
			open.push(new ExpressionParser(scanner).parse());
			finished = void 0;
		}
	}
	throw new Error("An expression always ends.");
}
/**
* The parser of fluxcd/pkg/envsubst, for one expression.
* https://github.com/fluxcd/pkg/blob/main/envsubst/parse/parse.go
*/
var ExpressionParser = class {
	scanner;
	start;
	name = "";
	operator;
	wordStart;
	arguments = [];
	error;
	constructor(scanner) {
		this.scanner = scanner;
		this.start = scanner.position - 2;
	}
	*parse() {
		yield* this.parseBody();
		const { name, operator, error, start } = this;
		const end = this.scanner.position;
		const wordEnd = error === void 0 ? end - 1 : end;
		return {
			start,
			end,
			name,
			...operator === void 0 ? {} : { operator },
			...this.wordStart === void 0 ? {} : { word: this.scanner.text.slice(this.wordStart, wordEnd) },
			hasDefault: isDefaultOperator(operator),
			arguments: this.arguments,
			nested: this.arguments.filter((argument) => typeof argument !== "string"),
			...error === void 0 ? {} : { error }
		};
	}
	*parseBody() {
		if (this.scanner.peek() === "#") return this.parseLength();
		if (this.scanner.scan({ accept: isNameCharacter }) !== "word") return this.fail("unable to parse variable name");
		this.name = this.scanner.word;
		switch (this.scanner.peek()) {
			case ":": return yield* this.parseDefaultOrSubstring();
			case "=": return yield* this.parseDefault();
			case ",":
			case "^": return this.parseOperator(atMostTwo(",^")) && this.parseClosing("bad substitution");
			case "/": return yield* this.parseReplacement();
			case "#": return yield* this.parseTrim("#");
			case "%": return yield* this.parseTrim("%");
			default: return this.parseClosing("missing closing brace");
		}
	}
	/** `#name` */
	parseLength() {
		this.operator = "#";
		this.scanner.position++;
		if (this.scanner.scan({ accept: isNameCharacter }) !== "word") return this.fail("bad substitution");
		this.name = this.scanner.word;
		return this.parseClosing("bad substitution");
	}
	*parseDefaultOrSubstring() {
		const next = this.scanner.text.charAt(this.scanner.position + 1);
		if (next !== "" && "=-?+".includes(next)) return yield* this.parseDefault();
		return (next === "" ? !this.scanner.endsAtNul : next > "") ? this.fail("bad substitution") : yield* this.parseSubstring();
	}
	/** `name:-word` and its kin: any number of texts and expressions. */
	*parseDefault() {
		this.parseOperator((character, place) => place === 1 ? ":=".includes(character) : this.isSecondOfDefault(character, place));
		while (this.scanner.peek() !== "}") if (!(yield* this.parseArgument({ accept: isNotClosing }))) return false;
		return this.parseClosing("bad substitution");
	}
	isSecondOfDefault(character, place) {
		const isAfterColon = this.scanner.text.charAt(this.scanner.position - 1) === ":";
		return place === 2 && isAfterColon && "=-?+".includes(character);
	}
	/** `name:offset` or `name:offset:length` */
	*parseSubstring() {
		this.parseOperator((_character, place) => place === 1);
		if (!(yield* this.parseArgument({ accept: (character) => !":}".includes(character) }))) return false;
		const token = this.scanner.scan({
			accept: (character) => character === ":",
			closes: true
		});
		if (token === "close") return true;
		if (token !== "word") return this.fail("bad substitution");
		if (!(yield* this.parseArgument({ accept: isNotClosing }))) return false;
		return this.parseClosing("bad substitution");
	}
	/** `name#pattern` and its kin: one text or one expression. */
	*parseTrim(sign) {
		this.parseOperator(atMostTwo(sign));
		if (!(yield* this.parseArgument({ accept: isNotClosing }))) return false;
		return this.parseClosing("bad substitution");
	}
	/** `name/pattern/replacement` and its kin; the second slash may be many. */
	*parseReplacement() {
		this.parseOperator((character, place) => place === 1 ? character === "/" : place === 2 && "/#%".includes(character));
		const isNotSlash = (character) => character !== "/";
		if (!(yield* this.parseArgument({
			accept: isNotSlash,
			escapes: "all"
		}))) return false;
		if (this.scanner.scan({ accept: (character) => character === "/" }) !== "word") return this.fail("bad substitution");
		if (this.scanner.peek() === "}") return this.parseClosing("bad substitution");
		if (!(yield* this.parseArgument({
			accept: isNotClosing,
			escapes: "all"
		}))) return false;
		return this.parseClosing("bad substitution");
	}
	*parseArgument(expected) {
		switch (this.scanner.scan({
			...expected,
			opens: true
		})) {
			case "open": {
				const nested = yield "nested";
				this.arguments.push(nested);
				this.error = nested.error;
				return nested.error === void 0;
			}
			case "word":
				this.arguments.push(this.scanner.word);
				return true;
			case "end":
			case "close":
			case "illegal": return this.fail(argumentError);
		}
	}
	/** Only called where the first character is known to be accepted. */
	parseOperator(accept) {
		this.scanner.scan({ accept });
		this.operator = this.scanner.word;
		this.wordStart = this.scanner.position;
		return true;
	}
	parseClosing(message) {
		return this.scanner.scan({ closes: true }) === "close" || this.fail(message);
	}
	fail(message) {
		this.error = {
			message,
			start: this.start,
			end: this.scanner.position
		};
		return false;
	}
};
/** Go's `unicode.IsLetter`, `unicode.IsDigit` and `_`: a name may begin with a digit. */
function isNameCharacter(character) {
	return /^[\p{L}\p{Nd}_]$/u.test(character);
}
function isNotClosing(character) {
	return character !== "}";
}
function atMostTwo(signs) {
	return (character, place) => place <= 2 && signs.includes(character);
}
//#endregion
//#region src/build/variables/scanner.ts
/**
* The lexer of fluxcd/pkg/envsubst: a text, a position, and the rules that the parser sets for each token.
* https://github.com/fluxcd/pkg/blob/main/envsubst/parse/scan.go
*/
var Scanner = class {
	text;
	/** NUL stands for the end of the text: the lexer never gets beyond it. */
	endsAtNul;
	position = 0;
	/** The last word, without its escapes. */
	word = "";
	constructor(text) {
		const end = text.indexOf("\0");
		this.endsAtNul = end !== -1;
		this.text = end === -1 ? text : text.slice(0, end);
	}
	/** The next character; empty at the end. */
	peek() {
		const code = this.text.codePointAt(this.position);
		return code === void 0 ? "" : String.fromCodePoint(code);
	}
	scan(expected) {
		const character = this.peek();
		if (character === "") return "end";
		if (expected.opens && this.isOpening()) {
			this.position += 2;
			return "open";
		}
		if (expected.closes && character === "}") {
			this.position++;
			return "close";
		}
		if (this.readWord(expected)) return "word";
		this.position += character.length;
		return "illegal";
	}
	readWord({ accept, opens, escapes }) {
		if (accept === void 0) return false;
		const pieces = [];
		let from = this.position;
		for (let place = 1; this.position < this.text.length; place++) {
			if (opens && this.isOpening()) break;
			if (this.isEscaped(escapes)) {
				pieces.push(this.text.slice(from, this.position));
				from = this.position + 1;
				this.position += 2;
				continue;
			}
			const character = this.peek();
			if (!accept(character, place)) break;
			this.position += character.length;
		}
		this.word = pieces.join("") + this.text.slice(from, this.position);
		return pieces.length > 0 || from < this.position;
	}
	isOpening() {
		return this.text.startsWith("${", this.position);
	}
	isEscaped(escapes) {
		if (escapes === void 0) return false;
		const next = this.text.charAt(this.position + 1);
		switch (this.text.charAt(this.position)) {
			case "$": return next === "$";
			case "\\": return escapes === "all" && (next === "/" || next === "\\");
			default: return false;
		}
	}
};
//#endregion
//#region src/build/variables/scan.ts
/**
* Finds the expressions of Flux's variable substitution in a text, as fluxcd/pkg/envsubst v1.8.0 reads it.
* Like Flux it stops at the first error: then the last expression carries it. `$$` is an escape, so `$${X}` is none.
*/
function scanExpressions(text) {
	return splitText(text).filter((part) => typeof part !== "string");
}
/** Takes a text apart, up to the first expression with an error. */
function splitText(text) {
	const scanner = new Scanner(text);
	const parts = [];
	for (;;) {
		const token = scanner.scan({
			accept: isAnything,
			opens: true,
			escapes: "dollar"
		});
		if (token === "word") {
			parts.push(scanner.word);
			continue;
		}
		if (token !== "open") return parts;
		const expression = parseExpression(scanner);
		parts.push(expression);
		if (expression.error !== void 0) return parts;
	}
}
function isAnything() {
	return true;
}
//#endregion
//#region src/build/substitution-problems.ts
const switchKey = "kustomize.toolkit.fluxcd.io/substitute";
/** Every expression of the unsubstituted objects that Flux cannot substitute, where it stands. */
function substitutionProblems(objects, variables) {
	return objects.filter(isSubstituted).flatMap((resource) => textsOf(resource.manifest).flatMap(({ text, path, part }) => scanExpressions(text).flatMap((expression) => problemsOf(expression, variables).map((problem) => ({
		...problem,
		resource,
		at: resource.at(path, part, part === "value" ? {
			start: expression.start,
			end: expression.end
		} : void 0),
		expression: text.slice(expression.start, expression.end)
	})))));
}
/** Flux leaves out objects with this label or annotation, in exactly this spelling (`flux-semantics.md` 5.5). */
function isSubstituted({ manifest }) {
	return ["labels", "annotations"].every((field) => stringAt(manifest, [
		"metadata",
		field,
		switchKey
	]) !== "disabled");
}
/** Every key and string that may hold an expression. */
function textsOf(value, path = []) {
	if (typeof value === "string") return value.includes("${") ? [{
		text: value,
		path,
		part: "value"
	}] : [];
	if (isList(value)) return value.flatMap((element, index) => textsOf(element, [...path, index]));
	if (!isObject(value)) return [];
	return Object.entries(value).flatMap(([key, element]) => {
		const inner = [...path, key];
		return [...key.includes("${") ? [{
			text: key,
			path: inner,
			part: "key"
		}] : [], ...textsOf(element, inner)];
	});
}
function problemsOf(expression, variables) {
	if (expression.error) return [{
		kind: "syntax",
		message: expression.error.message
	}];
	return [...expression.hasDefault || variables.has(expression.name) ? [] : [{
		kind: "undefined",
		variable: expression.name
	}], ...expression.nested.flatMap((nested) => problemsOf(nested, variables))];
}
//#endregion
//#region src/build/run-build.ts
/** Builds a tree with the engine; where variables are unknown, with stand-ins. */
async function runBuild(run) {
	const values = valuesOf(run.variables);
	if (run.variables?.incomplete) return buildWithStandIns(run);
	const result = await callEngine(run, values, true);
	if (result.status === "failed" && result.step === "substitute") return buildWithStandIns(run, result.message);
	return finish(run, result, []);
}
function callEngine({ world, manifest, tree }, variables, strict) {
	return world.engine.call("kustomize", {
		tree: tree.tree,
		kustomization: manifest,
		variables,
		strict
	});
}
/**
* A build whose variables cannot all be substituted: built once as it is, to find every expression that is in the way,
* and once more with stand-ins, so that what follows from the build is still known.
*/
async function buildWithStandIns(run, message) {
	const raw = await callEngine(run, null, false);
	if (raw.status !== "built") return finish(run, raw, []);
	const found = substitutionProblems(resourcesOf(run, raw), run.variables?.values ?? /* @__PURE__ */ new Map());
	const names = found.flatMap(({ variable }) => variable === void 0 ? [] : [variable]);
	const problems = message === void 0 ? found.filter(({ kind }) => kind === "syntax") : found;
	const result = await callEngine(run, {
		...Object.fromEntries(names.map((name) => [name, standIn(name)])),
		...valuesOf(run.variables)
	}, false);
	const finished = finish(run, result.status === "built" ? result : raw, problems);
	if (message === void 0 || result.status === "built" && !strictIn(run)) return finished;
	return {
		...finished,
		status: "failed",
		failure: {
			step: "substitute",
			message
		}
	};
}
/** `StrictPostBuildSubstitutions` is on since Flux 2.9 (`flux-semantics.md` 5.5). */
function strictIn({ world }) {
	const { options, target } = world;
	const minor = Number(target.flux.split(".")[1]);
	return options.strictSubstitute ?? (target.flux.startsWith("2.") && minor >= 9);
}
function valuesOf(variables) {
	if (!variables) return null;
	return Object.fromEntries([...variables.values].map(([name, { value }]) => [name, value]));
}
function finish(run, result, substitution) {
	if (result.status === "limit") return {
		...run.base,
		status: "failed",
		failure: {
			step: "limit",
			message: result.message
		}
	};
	const files = result.inputs.flatMap((path) => run.tree.repositoryPath(path) ?? []);
	if (result.status === "failed") return {
		...run.base,
		status: "failed",
		files,
		failure: {
			step: result.step,
			message: result.message
		},
		substitution
	};
	return {
		...run.base,
		status: "built",
		files,
		objects: resourcesOf(run, result),
		substitution
	};
}
function resourcesOf(run, result) {
	const { world, kustomization, tree } = run;
	const read = new Set(result.inputs.map((path) => tree.repositoryPath(path)));
	const trace = {
		kustomization,
		kustomizationFiles: world.kustomizationFiles.filter(({ path }) => read.has(path)),
		fileAt: world.fileAt,
		variableAt: (name) => run.variables?.values.get(name)?.at
	};
	const made = {
		written: world.written,
		tree,
		trace,
		owner: kustomization,
		server: serverOf(kustomization),
		mayBeUncertain: run.variables !== void 0 || kustomization.uncertain
	};
	return builtResources(result.objects, made);
}
//#endregion
//#region src/build/copied-files.ts
/**
* Pairs of a source file and its place in the artifact, with the semantics of `cp` (source-watcher,
* `internal/builder/builder.go`).
*/
function* copiedFiles({ from, to, exclude }, world) {
	const pattern = from.replace(/\/+$/u, "");
	const isExcluded = excludes(exclude);
	const target = to.replace(/\/+$/u, "");
	if (isGlob(pattern)) {
		yield* matchedFiles(pattern, target, world, isExcluded);
		return;
	}
	if (world.source.has(pattern)) {
		if (isExcluded(pattern, "")) return;
		yield* placed(pattern, target, to === "" || to.endsWith("/") || hasFolder(world.artifact, target) ? baseOf$1(pattern) : "");
		return;
	}
	for (const path of world.source.keys()) {
		if (!isInside(path, pattern) || isExcludedBelow(path, depthOf(pattern), pattern, isExcluded)) continue;
		yield* placed(path, target, baseOf$1(pattern) + path.slice(pattern.length));
	}
}
/** Go's `fs.Glob`: each step of the pattern stands for one step of a path, `**` too; folders are taken whole. */
function* matchedFiles(pattern, target, { source }, isExcluded) {
	const steps = pattern.split("/");
	const matchers = steps.map((step) => compileGoMatch(toBytes(step)));
	const wild = steps.findIndex(isGlob);
	const base = steps.slice(0, wild).join("/");
	const prefix = pattern.endsWith("/**") ? pattern.slice(0, -2) : "";
	for (const path of source.keys()) {
		const parts = path.split("/");
		if (!matchers.every((matches, index) => {
			const part = parts[index];
			return part !== void 0 && matches(toBytes(part)) === "match";
		}) || isExcludedBelow(path, steps.length - 1, base, isExcluded)) continue;
		yield* placed(path, target, path.startsWith(prefix) ? path.slice(prefix.length) : path);
	}
}
function* placed(path, target, rest) {
	const place = joinInside(target, rest);
	if (place !== void 0 && place !== "") yield [path, place];
}
function isGlob(pattern) {
	return /[*?[\]]/u.test(pattern);
}
function depthOf(folder) {
	return folder === "" ? 0 : folder.split("/").length;
}
function hasFolder(files, folder) {
	return [...files.keys()].some((path) => path !== folder && isInside(path, folder));
}
function excludes(patterns) {
	const compiled = patterns.map((pattern) => ({
		matches: compileGlob(pattern),
		isName: !pattern.includes("/")
	}));
	const isHit = (path) => compiled.some(({ matches, isName }) => matches(path) || isName && matches(baseOf$1(path)));
	return (path, base) => isHit(path) || base !== "" && isInside(path, base) && isHit(path.slice(base.length + 1));
}
/** Whether a file, or a folder that it is copied with, is excluded; `depth` folders are not copied themselves. */
function isExcludedBelow(path, depth, base, isExcluded) {
	const parts = path.split("/");
	return parts.some((_, index) => index >= depth && isExcluded(parts.slice(0, index + 1).join("/"), base));
}
//#endregion
//#region src/build/merge-yaml.ts
/**
* Puts one YAML file over another, as source-watcher's strategy `Merge` does (`internal/builder/merge.go`): mappings key by
* key, everything else as a whole. Undefined when one of them is no YAML, or holds more than mappings.
*/
function mergeYaml(base, overlay) {
	const [below, above] = [mappingOf(base), mappingOf(overlay)];
	return below && above ? new TextEncoder().encode(writeYaml(merged(below, above))) : void 0;
}
/** The documents of a file, put over each other. */
function mappingOf(bytes) {
	let all = {};
	for (const document of parseYaml(new TextDecoder().decode(bytes)).documents) {
		const { value = null, errors } = resolveDocument(document);
		if (document.errors.length > 0 || errors.length > 0) return void 0;
		if (value === null) continue;
		if (!isObject(value)) return void 0;
		all = merged(all, value);
	}
	return all;
}
function merged(base, overlay) {
	const values = new Map(Object.entries(base));
	for (const [key, value] of Object.entries(overlay)) {
		const below = values.get(key);
		values.set(key, isObject(below) && isObject(value) ? merged(below, value) : value);
	}
	return Object.fromEntries(values);
}
//#endregion
//#region src/build/artifact-generator.ts
/** Runs the copy list of an ArtifactGenerator on local trees (`flux-semantics.md` 4.6). */
function generateArtifact({ generator, name, sourceOf, digest }) {
	const artifact = listAt(generator.manifest, ["spec", "artifacts"]).find((candidate) => stringAt(candidate, ["name"]) === name);
	if (!artifact) return unknown(`its name comes from a \`pathPattern\``);
	const files = /* @__PURE__ */ new Map();
	for (const copy of listAt(artifact, ["copy"])) {
		const failure = runCopy(copy, sourceOf, files);
		if (failure !== void 0) return failure;
	}
	return {
		status: "made",
		tree: composedTree(files, digest)
	};
}
function unknown(reason, incomplete = false) {
	return {
		status: "unknown",
		reason,
		incomplete
	};
}
function runCopy(copy, sourceOf, files) {
	const from = stringAt(copy, ["from"]) ?? "";
	const to = stringAt(copy, ["to"]);
	const [, alias, path] = /^@([^/]+)\/?(.*)$/su.exec(from) ?? [];
	if (alias === void 0 || path === void 0 || to === void 0) return unknown(`copy from \`${from}\` is not understood`);
	const source = sourceOf(alias);
	if (!source) return unknown(`source @${alias} is not in this checkout`);
	const strategy = stringAt(copy, ["strategy"]) ?? "Overwrite";
	if (strategy === "Extract") return unknown(`sluice does not unpack \`${from}\` (copy strategy Extract)`, true);
	if (strategy !== "Overwrite" && strategy !== "Merge") return unknown(`sluice does not know the copy strategy ${strategy}`, true);
	const exclude = listAt(copy, ["exclude"]).filter((glob) => typeof glob === "string");
	const found = [...copiedFiles({
		from: path,
		to: to.replace(/^@artifact\/?/u, ""),
		exclude
	}, {
		source: source.tree.files,
		artifact: files
	})];
	for (const [own, place] of found) if (!(strategy === "Merge" ? mergeInto : copyInto$1)(files, source, own, place)) return unknown(`\`${own}\` cannot be merged into \`${place}\`: it is no YAML mapping`);
}
function copyInto$1(files, source, path, place) {
	const bytes = source.tree.files.get(path);
	if (bytes) files.set(place, {
		bytes,
		from: source.repositoryPath(path)
	});
	return true;
}
/** A file that is not there yet is copied. Objects have their names in the one below: there a person looks for them. */
function mergeInto(files, source, path, place) {
	const below = files.get(place);
	const overlay = source.tree.files.get(path);
	if (!below || !overlay) return copyInto$1(files, source, path, place);
	const bytes = mergeYaml(below.bytes, overlay);
	if (bytes) files.set(place, {
		bytes,
		from: below.from
	});
	return bytes !== void 0;
}
//#endregion
//#region src/build/own-repository.ts
/** `flux-semantics.md` 9.2: the root's own source, one with its address, or one with the checkout's address. */
function isThisRepository({ roots, remotes, find }, source) {
	const key = resourceKey(source.id);
	if (roots.some((root) => resourceKey(root) === key)) return true;
	const address = isKind(source.id, kinds.GitRepository) ? addressOf(source) : void 0;
	return address !== void 0 && (remotes.has(address) || roots.some((root) => addressOf(find(root)) === address));
}
function addressOf(source) {
	const url = source && stringAt(source.manifest, ["spec", "url"]);
	return url ? normalizeGitUrl(url) : void 0;
}
//#endregion
//#region src/build/source-content.ts
const maxNesting = 10;
/** The content of the source that `id` names, as far as this checkout has it. */
function sourceContent(world, id, depth = 0) {
	const key = `${id.kind}/${id.namespace ?? ""}/${id.name}`;
	const local = world.local.get(key);
	const source = world.find(id);
	if (local && source) return here(source, cached(world, `local ${key}`, () => localTree(local, world)));
	if (isKind(id, kinds.ExternalArtifact)) return generatedContent(world, id, depth);
	if (!source) return { content: { status: "missing" } };
	if (depth > maxNesting) return { content: {
		status: "elsewhere",
		source,
		reason: "its includes are nested too deeply"
	} };
	if (!isThisRepository(world, source)) return remoteContent(world, source, depth);
	const { folder } = world;
	const ignore = stringAt(source.manifest, ["spec", "ignore"]);
	const tree = cached(world, `folder ${folder} ${ignore ?? ""}`, () => folderTree({
		files: world.files,
		folder,
		ignore,
		digest: world.digest
	}));
	return listAt(source.manifest, ["spec", "include"]).length === 0 ? here(source, tree, folder) : here(source, withIncludes(world, source, tree, depth));
}
/** A source on the network, as far as it was fetched. */
function remoteContent(world, source, depth) {
	const fetched = world.fetched(source);
	if (fetched?.status === "ok") {
		const { digest, files, revision } = fetched;
		const ignore = stringAt(source.manifest, ["spec", "ignore"]);
		const key = `fetched ${digest} ${ignore ?? ""}`;
		const defaults = isKind(source.id, kinds.Bucket) ? "bucket" : "git";
		const unpacked = cached(world, `${key} ${defaults}`, () => localTree(files, world, {
			ignore,
			defaults
		}));
		const { tree, content } = here(source, listAt(source.manifest, ["spec", "include"]).length > 0 ? withIncludes(world, source, unpacked, depth) : unpacked);
		return {
			tree,
			content: {
				...content,
				fetched: true
			},
			...revision && { revision }
		};
	}
	return { content: {
		status: "elsewhere",
		source,
		reason: fetched?.reason ?? `${describe(source.id)} is not this repository`,
		incomplete: fetched?.kind === "incomplete"
	} };
}
function localTree(files, world, rules = {}) {
	const { tree } = folderTree({
		files,
		folder: "",
		digest: world.digest,
		...rules
	});
	return {
		tree,
		repositoryPath: () => void 0,
		unknown: []
	};
}
function cached(world, key, make) {
	const known = world.trees.get(key);
	if (known) return known;
	const made = make();
	world.trees.set(key, made);
	return made;
}
function here(source, tree, folder) {
	return {
		tree,
		content: {
			status: "here",
			source,
			treeId: tree.tree.id,
			partial: tree.unknown.length > 0,
			paths: repositoryPaths(tree),
			...folder === void 0 ? {} : {
				folder,
				files: repositoryFiles(tree)
			}
		}
	};
}
const knownPaths = /* @__PURE__ */ new WeakMap();
/** The files of a tree, each with its path in the checked root. */
function repositoryPaths(tree) {
	const known = knownPaths.get(tree);
	if (known) return known;
	const paths = /* @__PURE__ */ new Map();
	for (const path of tree.tree.files.keys()) {
		const place = tree.repositoryPath(path);
		if (place !== void 0) paths.set(path, place);
	}
	knownPaths.set(tree, paths);
	return paths;
}
const knownFiles = /* @__PURE__ */ new WeakMap();
/** The files of a tree as paths of the checked root. */
function repositoryFiles(tree) {
	const files = knownFiles.get(tree) ?? new Set(repositoryPaths(tree).values());
	knownFiles.set(tree, files);
	return files;
}
/** An ExternalArtifact is made by the ArtifactGenerator of its namespace that lists its name (4.6). */
function generatedContent(world, id, depth) {
	const generator = world.all(kinds.ArtifactGenerator).find((candidate) => candidate.id.namespace === id.namespace && listAt(candidate.manifest, ["spec", "artifacts"]).some((artifact) => stringAt(artifact, ["name"]) === id.name));
	if (!generator) {
		const source = world.find(id);
		return source ? { content: {
			status: "elsewhere",
			source,
			reason: `no ArtifactGenerator in this repository makes ${describe(id)}`
		} } : { content: { status: "missing" } };
	}
	const made = generateArtifact({
		generator,
		name: id.name,
		digest: world.digest,
		sourceOf: (alias) => aliasedTree(world, generator, alias, depth)
	});
	return made.status === "made" ? here(generator, made.tree) : { content: {
		status: "elsewhere",
		source: generator,
		reason: `${describe(generator.id)}: ${made.reason}`,
		incomplete: made.incomplete
	} };
}
function aliasedTree(world, generator, alias, depth) {
	const source = listAt(generator.manifest, ["spec", "sources"]).find((candidate) => stringAt(candidate, ["alias"]) === alias);
	const kind = stringAt(source, ["kind"]);
	const name = stringAt(source, ["name"]);
	if (kind === void 0 || name === void 0 || depth > maxNesting) return void 0;
	const namespace = stringAt(source, ["namespace"]) ?? generator.id.namespace;
	return sourceContent(world, {
		group: kinds.GitRepository.group,
		kind,
		name,
		...namespace ? { namespace } : {}
	}, depth + 1).tree;
}
/** Included repositories are copied in after the fetch, so their paths exist although this checkout has none (4.1). */
function withIncludes(world, source, own, depth) {
	const files = /* @__PURE__ */ new Map();
	for (const [path, bytes] of own.tree.files) files.set(path, {
		bytes,
		from: own.repositoryPath(path)
	});
	const unknown = [];
	for (const include of listAt(source.manifest, ["spec", "include"])) {
		const name = stringAt(include, ["repository", "name"]);
		if (name === void 0) continue;
		const { namespace } = source.id;
		const found = sourceContent(world, {
			...kinds.GitRepository,
			name,
			...namespace ? { namespace } : {}
		}, depth + 1);
		const to = clampInside(stringAt(include, ["toPath"]) ?? name);
		if (found.tree) copyInto(files, found.tree, clampInside(stringAt(include, ["fromPath"]) ?? ""), to);
		else unknown.push(to);
	}
	return composedTree(files, world.digest, unknown);
}
function copyInto(files, tree, from, to) {
	for (const [path, bytes] of tree.tree.files) {
		if (!isInside(path, from)) continue;
		const rest = from === "" ? path : path.slice(from.length + 1);
		files.set(to === "" ? rest : `${to}/${rest}`, {
			bytes,
			from: tree.repositoryPath(path)
		});
	}
}
//#endregion
//#region src/build/config-data.ts
/** The data of a ConfigMap or Secret as a controller reads it: Secrets decoded, `stringData` over `data`. */
function dataOf(object) {
	const { data, stringData } = object.manifest;
	const secret = isKind(object.id, kinds.Secret);
	const values = /* @__PURE__ */ new Map();
	for (const [key, value] of entriesOf$1(data)) values.set(key, {
		field: "data",
		text: textOf$1(value, secret)
	});
	if (secret) for (const [key, value] of entriesOf$1(stringData)) values.set(key, {
		field: "stringData",
		text: textOf$1(value, false)
	});
	return values;
}
function entriesOf$1(data) {
	return isObject(data) ? Object.entries(data) : [];
}
function textOf$1(value, base64) {
	if (isEncryptedValue(value)) return void 0;
	if (typeof value !== "string") return value === null || value === void 0 ? "" : String(value);
	if (!base64) return value;
	const bytes = decodeBase64(value);
	const text = bytes && lenientUtf8(bytes);
	return text !== void 0 && looksEncrypted(text) ? void 0 : text ?? value;
}
/** A Secret's `data` may hold a whole SOPS file in base64 (`flux-semantics.md` 5.7 b). */
function looksEncrypted(text) {
	return text.includes("ENC[AES256_GCM,");
}
//#endregion
//#region src/build/substitution-variables.ts
/** The references of `postBuild.substituteFrom`, in order. */
function substituteSources(kustomization) {
	const { namespace } = kustomization.id;
	return listAt(kustomization.manifest, [
		"spec",
		"postBuild",
		"substituteFrom"
	]).flatMap((source) => {
		const kind = stringAt(source, ["kind"]);
		const name = stringAt(source, ["name"]);
		if (name === void 0 || kind !== "ConfigMap" && kind !== "Secret") return [];
		return [{
			id: {
				...kinds[kind],
				name,
				...namespace ? { namespace } : {}
			},
			optional: valueAt(source, ["optional"]) === true
		}];
	});
}
/**
* Later sources win, `postBuild.substitute` wins over all, newlines are removed. Undefined without `postBuild`.
* `extra` are the variables that the user's configuration gives a cluster.
*/
function substitutionVariables(kustomization, lookup, extra = {}) {
	if (!isObject(valueAt(kustomization.manifest, ["spec", "postBuild"]))) return void 0;
	const values = /* @__PURE__ */ new Map();
	let incomplete = false;
	for (const { id } of substituteSources(kustomization)) {
		const object = lookup(id);
		if (object === void 0 || object === "unknown") incomplete = true;
		else addData(values, object);
	}
	for (const [name, value] of Object.entries(extra)) values.set(name, {
		value,
		opaque: false
	});
	const inline = valueAt(kustomization.manifest, [
		"spec",
		"postBuild",
		"substitute"
	]);
	for (const [name, value] of isObject(inline) ? Object.entries(inline) : []) {
		const at = kustomization.at([
			"spec",
			"postBuild",
			"substitute",
			name
		]);
		values.set(name, {
			value: typeof value === "string" ? value : JSON.stringify(value),
			opaque: false,
			at
		});
	}
	return {
		values,
		incomplete
	};
}
function addData(values, object) {
	for (const [name, { text, field }] of dataOf(object)) {
		const at = object.at([field, name]);
		values.set(name, text === void 0 ? {
			value: standIn(name),
			opaque: true,
			at
		} : {
			value: text.replaceAll("\n", ""),
			opaque: object.uncertain,
			at
		});
	}
}
//#endregion
//#region src/build/build-kustomization.ts
/** Builds what one Flux Kustomization applies. Never throws for a bad repository. */
async function buildKustomization(world, kustomization) {
	const path = clampInside(stringAt(kustomization.manifest, ["spec", "path"]) ?? "");
	const variables = substitutionVariables(kustomization, (id) => world.lookup(id), world.substitute);
	const sourceId = sourceIdOf(kustomization, ["spec", "sourceRef"]);
	const found = sourceId ? world.contentOf(sourceId) : { content: { status: "missing" } };
	const content = withFolder(found, path);
	const base = baseOf(kustomization, path, content, variables);
	if (!found.tree) return {
		...base,
		status: "skipped",
		reason: skipReason(found.content)
	};
	if (isUnknown(found.tree, path) && path !== "") return {
		...base,
		status: "skipped",
		reason: "its path lies in an included repository that is not in this checkout"
	};
	const folder = content.status === "here" ? content.folder : void 0;
	const files = folder === void 0 ? void 0 : buildFiles(world, kustomization, {
		tree: found.tree,
		folder: joined(folder, path)
	});
	const local = files ? withoutRemote(files) : {
		tree: found.tree,
		left: []
	};
	const { manifest } = kustomization;
	const run = {
		world,
		kustomization,
		manifest,
		tree: local.tree,
		variables,
		base
	};
	const build = await runBuild(run);
	const salvaged = files ? await salvage(run, build, {
		...files,
		tree: local.tree
	}) : build;
	return local.left.length === 0 ? salvaged : partial(salvaged, local.left);
}
/** Where a composed artifact's files keep the layout of the checked root, its paths can be read as paths of that. */
function withFolder({ content, tree }, path) {
	if (content.status !== "here" || content.folder !== void 0 || !tree) return content;
	const inside = [...tree.tree.files.keys()].find((file) => isInside(file, path));
	const place = inside === void 0 ? void 0 : tree.repositoryPath(inside);
	if (inside === void 0 || place === void 0) return content;
	if (place !== inside && !place.endsWith(`/${inside}`)) return content;
	return {
		...content,
		folder: place.slice(0, -inside.length).replace(/\/$/u, ""),
		files: repositoryFiles(tree)
	};
}
function joined(folder, path) {
	return [folder, path].filter((part) => part !== "").join("/");
}
/** Flux applies nothing of a build that fails; what its readable files define is still wanted for all other checks. */
async function salvage(run, build, files) {
	const { failure } = build;
	if (build.status !== "failed" || failure?.step !== "build" && failure?.step !== "generate") return build;
	const reduced = withoutBroken(files);
	if (reduced.left.length === 0) return build;
	const manifest = withoutComponents(run.manifest, reduced.components);
	const rest = await runBuild({
		...run,
		manifest,
		tree: reduced.tree
	});
	return rest.status === "built" ? {
		...rest,
		status: "failed",
		failure,
		leftOut: reduced.left,
		mayHold: reduced.mayHold
	} : build;
}
function withoutComponents(manifest, left) {
	const { spec } = manifest;
	if (left.size === 0 || !isObject(spec)) return manifest;
	const kept = listAt(spec, ["components"]).filter((_, index) => !left.has(index));
	return {
		...manifest,
		spec: {
			...spec,
			components: kept
		}
	};
}
/** What is missing from a build may also be why it fails: then nothing is said of it. */
function partial(build, remote) {
	const reason = `what lies outside this checkout is not fetched: ${remote.join(", ")}`;
	if (build.status !== "failed" || build.failure?.step === "substitute" || build.leftOut) return {
		...build,
		reason
	};
	const { failure: _, ...rest } = build;
	return {
		...rest,
		status: "skipped",
		reason
	};
}
function baseOf(kustomization, path, content, variables) {
	return {
		kustomization,
		content,
		path,
		objects: [],
		files: [],
		substitution: [],
		variables: variables?.values,
		variablesIncomplete: variables?.incomplete ?? false
	};
}
function skipReason(content) {
	return content.status === "elsewhere" ? content.reason : "its source is not defined in this repository";
}
//#endregion
//#region src/resolve/reference-fields.ts
const plain$1 = {
	optional: false,
	followsKubeConfig: false,
	wildcards: false
};
const optionalBySibling = { optional: { sibling: "optional" } };
const remote = { followsKubeConfig: true };
/** An object of the same namespace. */
const local = (field, relation, kind, variation = {}) => ({
	field,
	relation,
	target: {
		by: "field",
		kind
	},
	namespace: "own",
	...plain$1,
	...variation
});
/** An object of a fixed kind; a `namespace` beside the name may lead elsewhere. */
const named$1 = (field, relation, kind) => local(field, relation, kind, { namespace: "sibling" });
/** An object whose kind stands beside the name. */
const typed = (field, relation, variation = {}) => ({
	field,
	relation,
	target: { by: "kind" },
	namespace: "sibling",
	...plain$1,
	...variation
});
/** An object of any group, told by the `apiVersion` beside the name. */
const anyKind = (field, relation, variation = {}) => ({
	field,
	relation,
	target: { by: "apiVersion" },
	namespace: "stated",
	...plain$1,
	...variation
});
const secret = (field, variation = {}) => local(field, "secretRef", kinds.Secret, variation);
const account = (field, variation = {}) => local(field, "serviceAccount", kinds.ServiceAccount, variation);
const kubeConfig = [secret("spec.kubeConfig.secretRef.name"), local("spec.kubeConfig.configMapRef.name", "configMapRef", kinds.ConfigMap)];
/** THE table: every field of every Flux kind that names another object. */
const referenceFields = [...new Map([
	[kinds.Kustomization, [
		typed("spec.sourceRef.name", "sourceRef"),
		named$1("spec.dependsOn[].name", "dependsOn", kinds.Kustomization),
		typed("spec.postBuild.substituteFrom[].name", "substituteFrom", {
			namespace: "own",
			...optionalBySibling
		}),
		{
			...anyKind("spec.healthChecks[].name", "healthCheck", remote),
			target: {
				by: "apiVersion",
				default: "apps/v1"
			}
		},
		secret("spec.decryption.secretRef.name"),
		account("spec.decryption.serviceAccountName"),
		account("spec.serviceAccountName", remote),
		...kubeConfig
	]],
	[kinds.HelmRelease, [
		typed("spec.chart.spec.sourceRef.name", "sourceRef"),
		typed("spec.chartRef.name", "chartRef"),
		named$1("spec.dependsOn[].name", "dependsOn", kinds.HelmRelease),
		typed("spec.valuesFrom[].name", "valuesFrom", {
			namespace: "own",
			...optionalBySibling
		}),
		secret("spec.chart.spec.verify.secretRef.name", { namespace: { field: [
			"spec",
			"chart",
			"spec",
			"sourceRef",
			"namespace"
		] } }),
		account("spec.serviceAccountName", remote),
		...kubeConfig
	]],
	[kinds.GitRepository, [
		secret("spec.secretRef.name"),
		secret("spec.proxySecretRef.name"),
		secret("spec.verify.secretRef.name"),
		account("spec.serviceAccountName"),
		local("spec.include[].repository.name", "include", kinds.GitRepository)
	]],
	[kinds.OCIRepository, [
		secret("spec.secretRef.name"),
		secret("spec.certSecretRef.name"),
		secret("spec.proxySecretRef.name"),
		secret("spec.verify.secretRef.name"),
		secret("spec.verify.trustedRootSecretRef.name"),
		account("spec.serviceAccountName")
	]],
	[kinds.HelmRepository, [secret("spec.secretRef.name"), secret("spec.certSecretRef.name")]],
	[kinds.Bucket, [
		secret("spec.secretRef.name"),
		secret("spec.certSecretRef.name"),
		secret("spec.proxySecretRef.name"),
		secret("spec.sts.secretRef.name"),
		secret("spec.sts.certSecretRef.name"),
		account("spec.serviceAccountName")
	]],
	[kinds.HelmChart, [typed("spec.sourceRef.name", "sourceRef", { namespace: "own" }), secret("spec.verify.secretRef.name")]],
	[kinds.ExternalArtifact, [anyKind("spec.sourceRef.name", "sourceRef", {
		namespace: "sibling",
		optional: true
	})]],
	[kinds.ArtifactGenerator, [typed("spec.sources[].name", "artifactSource")]],
	[kinds.Alert, [local("spec.providerRef.name", "providerRef", kinds.Provider), typed("spec.eventSources[].name", "eventSource", { wildcards: true })]],
	[kinds.Provider, [
		secret("spec.secretRef.name"),
		secret("spec.certSecretRef.name"),
		secret("spec.proxySecretRef.name"),
		account("spec.serviceAccountName")
	]],
	[kinds.Receiver, [secret("spec.secretRef.name"), typed("spec.resources[].name", "receiverResource", { wildcards: true })]],
	[kinds.ImageRepository, [
		secret("spec.secretRef.name"),
		secret("spec.certSecretRef.name"),
		secret("spec.proxySecretRef.name"),
		account("spec.serviceAccountName")
	]],
	[kinds.ImagePolicy, [named$1("spec.imageRepositoryRef.name", "imageRepositoryRef", kinds.ImageRepository)]],
	[kinds.ImageUpdateAutomation, [named$1("spec.sourceRef.name", "sourceRef", kinds.GitRepository), secret("spec.git.commit.signingKey.secretRef.name")]],
	[kinds.FluxInstance, [
		secret("spec.sync.pullSecret"),
		secret("spec.distribution.imagePullSecret"),
		secret("spec.distribution.artifactPullSecret")
	]],
	[kinds.ResourceSet, [
		local("spec.inputsFrom[].name", "inputsFrom", kinds.ResourceSetInputProvider),
		anyKind("spec.dependsOn[].name", "dependsOn"),
		account("spec.serviceAccountName")
	]],
	[kinds.ResourceSetInputProvider, [
		secret("spec.secretRef.name"),
		secret("spec.certSecretRef.name"),
		account("spec.serviceAccountName")
	]]
])].flatMap(([kind, fields]) => fields.map((row) => ({
	...row,
	kind
})));
//#endregion
//#region src/resolve/references-of.ts
const coreKinds = new Map([["ConfigMap", ""], ["Secret", ""]]);
function targetKind(rule, holder, manifest) {
	if (rule.by === "field") return rule.kind;
	const kind = stringAt(manifest, [...holder, "kind"]);
	if (!kind) return void 0;
	if (rule.by === "apiVersion") {
		const apiVersion = stringAt(manifest, [...holder, "apiVersion"]) ?? rule.default;
		return apiVersion ? {
			group: groupOf(apiVersion),
			kind
		} : void 0;
	}
	const group = fluxGroups$1.get(kind) ?? coreKinds.get(kind);
	return group === void 0 ? void 0 : {
		group,
		kind
	};
}
function targetNamespace(rule, holder, { id, manifest }) {
	if (rule === "own") return id.namespace;
	if (typeof rule === "object") return stringAt(manifest, rule.field) || id.namespace;
	const stated = stringAt(manifest, [...holder, "namespace"]) || void 0;
	return rule === "stated" ? stated : stated ?? id.namespace;
}
function isOptional({ optional }, holder, manifest) {
	if (typeof optional === "boolean") return optional;
	return valueAt(manifest, [...holder, optional.sibling]) === true;
}
function namedTarget(field, path, resource) {
	const { manifest } = resource;
	const name = stringAt(manifest, path);
	const holder = path.slice(0, -1);
	const kind = targetKind(field.target, holder, manifest);
	if (!name || !kind) return void 0;
	const namespace = targetNamespace(field.namespace, holder, resource);
	const remote = field.followsKubeConfig && valueAt(manifest, ["spec", "kubeConfig"]) !== void 0;
	return {
		relation: field.relation,
		path,
		target: {
			...kind,
			name,
			...namespace === void 0 ? {} : { namespace }
		},
		optional: isOptional(field, holder, manifest),
		...field.wildcards && name === "*" ? { wildcard: true } : {},
		...remote ? { remote: true } : {}
	};
}
const fieldsByKind = groupBy(referenceFields, ({ kind }) => kind.kind);
/** Every reference of one object, in the table's order; names that are missing or no strings give none. */
function referencesOf(resource) {
	return (fieldsByKind.get(resource.id.kind) ?? []).filter(({ kind }) => isKind(resource.id, kind)).flatMap((field) => matchFields(resource.manifest, field.field).map(({ path }) => namedTarget(field, path, resource))).filter((reference) => reference !== void 0);
}
//#endregion
//#region src/build/cluster-references.ts
/** Every reference of a cluster's Flux objects, with what became of it. */
function clusterReferences(world) {
	const products = productsOf(world.resources);
	return world.resources.flatMap((from) => referencesOf(from).map((named) => toReference(world, products, from, named)));
}
/** Indexes what the cluster's controllers will make. */
function productsOf(resources) {
	const products = /* @__PURE__ */ new Map();
	for (const resource of resources) for (const id of productsOfOne(resource)) {
		const known = products.get(id.kind) ?? [];
		known.push({
			id,
			server: resource.server
		});
		products.set(id.kind, known);
	}
	return products;
}
const knownProducts = /* @__PURE__ */ new WeakMap();
/** The inventory grows from round to round; each object is looked at once. */
function productsOfOne(resource) {
	const known = knownProducts.get(resource) ?? producedBy(resource);
	knownProducts.set(resource, known);
	return known;
}
/** Whether a controller will make `target`. */
function isProduced(products, target, server) {
	return (products.get(target.kind) ?? []).some((product) => product.server === server && covers(product.id, target));
}
function toReference(world, products, from, named) {
	const { relation, path, target, optional } = named;
	const server = named.remote ? serverOf(from) : from.server;
	const resource = named.wildcard ? void 0 : world.find(target, server);
	const status = resource ? "found" : statusOf(world, products, {
		named,
		from,
		server
	});
	const doubt = status === "missing" ? doubtOf(world, {
		target,
		from,
		server
	}) : void 0;
	let place;
	return {
		relation,
		from,
		path,
		target,
		optional,
		status,
		...resource ? { resource } : {},
		...doubt === void 0 ? {} : { doubt },
		get at() {
			place ??= from.at(path);
			return place;
		}
	};
}
function statusOf(world, products, { named, from, server }) {
	const { target } = named;
	if (named.wildcard) return "external";
	const text = `${target.namespace ?? ""}/${target.name}`;
	if (text.includes("${") || holdsStandIn(text) || holdsRevisionStandIn(text)) return "uncertain";
	if (isProduced(products, target, server)) return "produced";
	if (world.external.some((external) => isDeclared(external, target)) || isBuiltIn(target)) return "external";
	return world.blindSpots.some(({ reported, mayDefine }) => reported && mayDefine(target, from)) || isAppliedByHand(world, target) ? "uncertain" : "missing";
}
/**
* Bootstrap scripts apply Secrets and the like from files that no Kustomization reaches; and what the Kustomizations of
* other repositories take from a collection of bases, these do not say.
*/
function isAppliedByHand({ outside, elsewhere }, target) {
	return (target.group === "" ? [...outside, ...elsewhere] : elsewhere).some(({ id }) => isKind(id, target) && id.name === target.name && (id.namespace === void 0 || id.namespace === target.namespace));
}
/** Why a source is not asked: the user says that it is out of reach. */
function outOfReach(external, source) {
	return external.some((one) => isDeclared(one, source.id)) ? `${describe(source.id)} is declared as \`external\`` : void 0;
}
/** Whether the user's configuration says that an object exists; `*` stands for any name. */
function isDeclared(external, target) {
	const matches = (pattern, text) => pattern === "*" || pattern === text;
	return external.kind === target.kind && matches(external.namespace, target.namespace ?? "") && matches(external.name, target.name);
}
const controllers = [
	"source-controller",
	"kustomize-controller",
	"helm-controller",
	"notification-controller",
	"image-reflector-controller",
	"image-automation-controller",
	"source-watcher",
	"flux-operator"
];
/** What every cluster with Flux has, although no file says so. */
function isBuiltIn(target) {
	if (isKind(target, kinds.ServiceAccount)) return target.name === "default" || controllers.includes(target.name);
	if (target.kind === "Deployment") return controllers.includes(target.name) || target.namespace === "kube-system";
	if (target.kind === "CustomResourceDefinition") return true;
	return isKind(target, kinds.ConfigMap) && target.name === "kube-root-ca.crt";
}
function doubtOf({ blindSpots }, { target, from, server }) {
	if (server !== "") return `it lives in the cluster ${server}`;
	return blindSpots.find(({ mayDefine }) => mayDefine(target, from))?.reason;
}
//#endregion
//#region src/build/remote/named-proxy.ts
/** fluxcd/pkg: runtime/secrets, `ProxyURLFromSecret`. */
const maxAddress = 2048;
/**
* Reads `proxySecretRef` of a GitRepository over http or https (`flux-semantics.md` 4.1). Over ssh go-git wants a proxy of SOCKS5, which
* sluice does not speak; the proxies of other sources are the cluster's alone.
*/
function namedProxyOf(source, read) {
	const { manifest, id } = source;
	const name = stringAt(manifest, [
		"spec",
		"proxySecretRef",
		"name"
	]);
	if (name === void 0) return {};
	const isHttp = /^https?:\/\//iu.test(stringAt(manifest, ["spec", "url"]) ?? "");
	if (!isKind(id, kinds.GitRepository) || !isHttp) return { missing: "the proxy of its `proxySecretRef` is the cluster's alone" };
	const { keys, missing } = read(name);
	if (missing !== void 0) return { missing };
	const address = keys.get("address") ?? "";
	const url = address.length <= maxAddress && URL.canParse(address) ? new URL(address) : void 0;
	if (!url || url.hostname === "") return { missing: `Secret ${id.namespace ?? ""}/${name} has no \`address\` of a proxy` };
	if (!/^https?:$/u.test(url.protocol)) return { missing: `sluice does not speak to the proxy of its \`proxySecretRef\`, which is none of http or https` };
	const login = loginOf(keys, url);
	return { proxy: {
		url: `${url.protocol}//${url.host}`,
		...login && { login }
	} };
}
/** Go keeps what the address itself says where the Secret has no `username`. */
function loginOf(keys, url) {
	const username = keys.get("username");
	if (username !== void 0) return {
		username,
		password: keys.get("password") ?? ""
	};
	if (url.username === "" && url.password === "") return void 0;
	return {
		username: decoded(url.username),
		password: decoded(url.password)
	};
}
function decoded(text) {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}
//#endregion
//#region src/build/remote/source-access.ts
/**
* Reads `secretRef`, `certSecretRef` and `serviceAccountName`; all of them name objects of the source's own namespace
* (`flux-semantics.md` section 4).
*/
function accessOf(source, lookup) {
	const secret = secretAt(source, ["spec", "secretRef"], lookup);
	const certificates = secretAt(source, ["spec", "certSecretRef"], lookup);
	const pulled = pullSecretsOf(source, lookup);
	const legacy = certificates.keys.size === 0 ? secret.keys : certificates.keys;
	const username = secret.keys.get("username");
	const password = secret.keys.get("password");
	const dockerConfig = secret.keys.get(".dockerconfigjson") ?? pulled.config;
	const cert = certificates.keys.get("tls.crt") ?? legacy.get("certFile");
	const key = certificates.keys.get("tls.key") ?? legacy.get("keyFile");
	const authorities = certificates.keys.get("ca.crt") ?? legacy.get("caFile");
	const bearerToken = secret.keys.get("bearerToken");
	const ssh = sshOf(secret.keys);
	const id = secret.keys.get("accesskey");
	const accessSecret = secret.keys.get("secretkey");
	const proxied = namedProxyOf(source, (name) => secretKeys(source, name, lookup));
	const missing = secret.missing ?? certificates.missing ?? pulled.missing ?? cloudOf(source) ?? proxied.missing;
	return {
		...username === void 0 || password === void 0 ? {} : { login: {
			username,
			password
		} },
		...bearerToken === void 0 ? {} : { bearerToken },
		...ssh && { ssh },
		...id === void 0 || accessSecret === void 0 ? {} : { accessKey: {
			id,
			secret: accessSecret
		} },
		...dockerConfig === void 0 ? {} : { dockerConfig },
		...cert === void 0 || key === void 0 ? {} : { certificate: {
			cert,
			key
		} },
		...authorities === void 0 ? {} : { authorities },
		...proxied.proxy && { proxy: proxied.proxy },
		...missing === void 0 ? {} : { missing }
	};
}
function secretAt(source, path, lookup) {
	const name = stringAt(source.manifest, [...path, "name"]);
	return name === void 0 ? { keys: /* @__PURE__ */ new Map() } : readSecret(source, name, lookup);
}
function readSecret(source, name, lookup) {
	const { keys, missing } = secretKeys(source, name, lookup);
	if (missing !== void 0) return {
		keys,
		missing
	};
	if (!keys.has("identity") && keys.has("username") !== keys.has("password")) return {
		keys,
		missing: `${describe(inNamespaceOf(source, kinds.Secret, name))} has only one of \`username\` and \`password\``
	};
	return { keys };
}
function secretKeys(source, name, lookup) {
	const id = inNamespaceOf(source, kinds.Secret, name);
	const secret = lookup(id);
	if (!secret || secret === "unknown") return {
		keys: /* @__PURE__ */ new Map(),
		missing: `${describe(id)} is not in this repository`
	};
	const keys = /* @__PURE__ */ new Map();
	for (const [key, { text }] of dataOf(secret)) {
		if (text === void 0 || holdsStandIn(text)) return {
			keys: /* @__PURE__ */ new Map(),
			missing: `${describe(id)} cannot be read here`
		};
		keys.set(key, text);
	}
	return { keys };
}
/** Flux wants both: without `known_hosts` it connects to nothing (4.1). */
function sshOf(keys) {
	const identity = keys.get("identity");
	const knownHosts = keys.get("known_hosts");
	const passphrase = keys.get("password");
	if (identity === void 0 || knownHosts === void 0) return void 0;
	return {
		identity,
		knownHosts,
		...passphrase === void 0 ? {} : { passphrase }
	};
}
/** With the provider `generic` a service account lends its image pull secrets (4.2). */
function pullSecretsOf(source, lookup) {
	const name = stringAt(source.manifest, ["spec", "serviceAccountName"]);
	if (name === void 0) return {};
	const account = lookup(inNamespaceOf(source, kinds.ServiceAccount, name));
	if (!account || account === "unknown") return { missing: `ServiceAccount ${name} is not in this repository` };
	for (const entry of listAt(account.manifest, ["imagePullSecrets"])) {
		const secret = stringAt(entry, ["name"]);
		if (secret === void 0) continue;
		const { keys, missing } = readSecret(source, secret, lookup);
		const config = keys.get(".dockerconfigjson");
		if (config !== void 0) return { config };
		if (missing !== void 0) return { missing };
	}
	return {};
}
/** A login that only a machine of the cloud gets. */
function cloudOf(source) {
	const provider = valueAt(source.manifest, ["spec", "provider"]);
	return typeof provider === "string" && provider !== "generic" ? `the login of provider ${provider} is the cluster's alone` : void 0;
}
function inNamespaceOf({ id: { namespace } }, kind, name) {
	return {
		...kind,
		name,
		...namespace ? { namespace } : {}
	};
}
//#endregion
//#region src/build/remote/remote-source-of.ts
/** Where a source says that its charts are; undefined where that is not known. */
function remoteSourceOf(world, source) {
	const { manifest } = source;
	const url = stringAt(manifest, ["spec", "url"]);
	if (url === void 0 || holdsStandIn(JSON.stringify(manifest.spec))) return void 0;
	const access = accessOf(source, (id) => world.lookup(id, source.server));
	const insecure = valueAt(manifest, ["spec", "insecure"]) === true;
	if (isKind(source.id, kinds.OCIRepository)) {
		const mediaType = stringAt(manifest, [
			"spec",
			"layerSelector",
			"mediaType"
		]);
		return {
			kind: "artifact",
			url,
			access,
			insecure,
			reference: referenceOf(source),
			...mediaType ? { mediaType } : {}
		};
	}
	if (!isKind(source.id, kinds.HelmRepository)) return void 0;
	if (stringAt(manifest, ["spec", "type"]) === "oci") return {
		kind: "registry",
		url,
		access,
		insecure
	};
	const passCredentials = valueAt(manifest, ["spec", "passCredentials"]) === true;
	return /^https?:\/\//u.test(url) ? {
		kind: "repository",
		url,
		access,
		passCredentials
	} : void 0;
}
/** Where a source says that its files are; undefined where that is not known. */
function fileSourceOf(world, source) {
	if (isKind(source.id, kinds.Bucket)) return bucketOf(world, source);
	if (!isKind(source.id, kinds.GitRepository)) {
		const found = remoteSourceOf(world, source);
		return found?.kind === "artifact" ? found : void 0;
	}
	const { manifest } = source;
	const url = stringAt(manifest, ["spec", "url"]);
	if (url === void 0 || holdsStandIn(JSON.stringify(manifest.spec))) return void 0;
	const folders = listAt(manifest, ["spec", "sparseCheckout"]).filter((folder) => typeof folder === "string").map((folder) => folder.replace(/^\.\//u, "").replace(/\/+$/u, ""));
	return {
		kind: "git",
		url,
		reference: gitReferenceOf(source),
		access: accessOf(source, (id) => world.lookup(id, source.server)),
		submodules: valueAt(manifest, ["spec", "recurseSubmodules"]) === true,
		...folders.length > 0 ? { folders } : {}
	};
}
/** Other providers speak S3 only with `aws`: the others are {@link foreignProvider}. */
function bucketOf(world, source) {
	const { manifest } = source;
	const field = (name) => stringAt(manifest, ["spec", name]) || void 0;
	const url = field("endpoint");
	const bucket = field("bucketName");
	if (url === void 0 || bucket === void 0 || holdsStandIn(JSON.stringify(manifest.spec))) return void 0;
	const region = field("region");
	const ignore = field("ignore");
	return {
		kind: "bucket",
		url,
		bucket,
		prefix: field("prefix") ?? "",
		access: accessOf(source, (id) => world.lookup(id, source.server)),
		insecure: valueAt(manifest, ["spec", "insecure"]) === true,
		needsKey: valueAt(manifest, ["spec", "secretRef"]) !== void 0,
		...region === void 0 ? {} : { region },
		...ignore === void 0 ? {} : { ignore }
	};
}
/** Why a source is not asked: it speaks a protocol of its cloud, or wants a login that only the cluster has. */
function foreignProvider({ id, manifest }) {
	if (!isKind(id, kinds.Bucket)) return void 0;
	const provider = stringAt(manifest, ["spec", "provider"]) ?? "generic";
	if (provider === "gcp" || provider === "azure") return `sluice does not log in to the cloud of provider ${provider}`;
	if (valueAt(manifest, ["spec", "sts"]) !== void 0) return "sluice does not ask for keys as `sts` says";
}
/** Without any `ref` Flux takes the branch `master`, not what the repository calls its own. */
function gitReferenceOf({ manifest }) {
	const field = (name) => stringAt(manifest, [
		"spec",
		"ref",
		name
	]) || void 0;
	const commit = field("commit");
	const branch = field("branch");
	if (commit !== void 0) return {
		by: "commit",
		commit,
		...branch === void 0 ? {} : { branch }
	};
	const name = field("name");
	if (name !== void 0) return {
		by: "name",
		name
	};
	const tag = field("tag");
	if (tag !== void 0) return {
		by: "tag",
		tag
	};
	const semver = field("semver");
	if (semver !== void 0) return {
		by: "semver",
		semver
	};
	return {
		by: "branch",
		branch: branch ?? "master"
	};
}
function referenceOf({ manifest }) {
	const field = (name) => stringAt(manifest, [
		"spec",
		"ref",
		name
	]) || void 0;
	const digest = field("digest");
	if (digest !== void 0) return {
		by: "digest",
		digest
	};
	const semver = field("semver");
	const filter = field("semverFilter");
	if (semver !== void 0) return {
		by: "semver",
		semver,
		...filter === void 0 ? {} : { filter }
	};
	return {
		by: "tag",
		tag: field("tag") ?? "latest"
	};
}
//#endregion
//#region src/build/fetched-source.ts
/** Sources that Kustomizations and ArtifactGenerators take their content from. */
function neededSources(kustomizations, generators) {
	const direct = kustomizations.flatMap((one) => sourceIdOf(one, ["spec", "sourceRef"]) ?? []);
	const copied = generators.flatMap((generator) => listAt(generator.manifest, ["spec", "sources"]).flatMap((_, index) => sourceIdOf(generator, [
		"spec",
		"sources",
		index
	]) ?? []));
	return [...direct, ...copied];
}
/** Sources of charts that are folders: HelmReleases and HelmCharts have them with all of the source. */
function folderSources(world, askers) {
	if (world.options.render === "off") return [];
	const find = (id) => {
		const found = world.lookup(id);
		return found === "unknown" ? void 0 : found;
	};
	const requestOf = (asker) => isKind(asker.id, kinds.HelmChart) ? requestOfChart(asker) : chartRequestOf(asker, find);
	return askers.flatMap((asker) => requestOf(asker)?.source ?? []).filter((id) => isKind(id, kinds.GitRepository) || isKind(id, kinds.Bucket));
}
/** What a cluster's sources have given. Looking into a source is no time to wait for it: they are fetched before. */
var FetchedSources = class {
	#fetched = /* @__PURE__ */ new Map();
	#failures = /* @__PURE__ */ new Map();
	get(source) {
		return this.#fetched.get(keyOf$1(source));
	}
	/** The sources that could not be fetched, although they should have been. */
	get failures() {
		return [...this.#failures.values()];
	}
	/** Fetches those sources that are elsewhere, each once. */
	async fetch(world, ids) {
		const wanted = /* @__PURE__ */ new Map();
		for (const id of withIncluded(world, ids)) {
			const { content } = world.contentOf(id);
			const source = content.status === "elsewhere" ? content.source : void 0;
			if (source && !this.#fetched.has(keyOf$1(source))) wanted.set(keyOf$1(source), source);
		}
		await Promise.all([...wanted].map(async ([key, source]) => {
			const fetched = await fetchSource(world, source);
			this.#fetched.set(key, fetched);
			if (fetched?.status === "unavailable" && fetched.kind === "incomplete") this.#failures.set(key, {
				source,
				reason: fetched.reason
			});
		}));
	}
};
/** A source that is patched later is another one. */
function keyOf$1({ id, server, manifest }) {
	return `${resourceKey(id, server)} ${JSON.stringify(manifest.spec)}`;
}
/** A GitRepository's own files are not all of its artifact: it includes others (`flux-semantics.md` 4.1). */
function withIncluded(world, ids) {
	const all = new Map(ids.map((id) => [resourceKey(id), id]));
	for (const id of all.values()) {
		const source = isKind(id, kinds.GitRepository) ? world.lookup(id) : void 0;
		if (!source || source === "unknown") continue;
		for (const included of includesOf(source)) all.set(resourceKey(included), included);
	}
	return [...all.values()];
}
/** The GitRepositories that `spec.include` names. */
function includesOf({ id: { namespace }, manifest }) {
	return listAt(manifest, ["spec", "include"]).flatMap((include) => {
		const name = stringAt(include, ["repository", "name"]);
		const place = namespace ? { namespace } : {};
		return name === void 0 ? [] : [{
			...kinds.GitRepository,
			name,
			...place
		}];
	});
}
/** Fetches the files of an OCIRepository or GitRepository; undefined for sources of another kind, and where nothing is fetched. */
async function fetchSource(world, source) {
	const { remote, options } = world;
	const outside = outOfReach(options.external, source);
	if (outside !== void 0) return {
		status: "unavailable",
		reason: outside,
		kind: "chosen"
	};
	const foreign = options.offline ? void 0 : foreignProvider(source);
	if (remote && foreign !== void 0) return unavailable(`${describe(source.id)} could not be fetched: ${foreign}`);
	const from = remote && fileSourceOf(world, source);
	if (!remote || !from) return void 0;
	const { offline } = options;
	const name = describe(source.id);
	const tag = stringAt(source.manifest, [
		"spec",
		"ref",
		"tag"
	]) ?? "latest";
	const found = await remote.artifact({
		source: from,
		name,
		chart: name,
		version: tag,
		offline
	});
	if (found.status === "found") return await unpacked(found, name, from.kind);
	if (offline) return void 0;
	return unavailable(`${name} could not be fetched: ${found.status === "problem" ? lackOf(found.problem) : found.reason}`);
}
function lackOf(problem) {
	return problem.kind === "version-unsatisfied" ? "no tag fits its `spec.ref`" : problem.message;
}
async function unpacked({ archive, digest, version }, name, kind) {
	try {
		return {
			status: "ok",
			digest,
			files: [...kind === "artifact" ? await unpack(archive) : unpackFiles(archive)].map(([path, bytes]) => ({
				path,
				bytes
			})),
			...kind === "artifact" ? {} : { revision: version }
		};
	} catch (error) {
		if (!(error instanceof BadArchive)) throw error;
		return unavailable(`the artifact of ${name} cannot be unpacked: ${error.message}`);
	}
}
function unavailable(reason) {
	return {
		status: "unavailable",
		reason,
		kind: "incomplete"
	};
}
//#endregion
//#region src/build/inventory.ts
/** A Kustomization that is built again yields its objects again. */
function hasSameOwner(known, resource) {
	const { owner } = resource;
	return owner !== void 0 && known.owner !== void 0 && resourceKey(known.owner.id, known.owner.server) === resourceKey(owner.id, owner.server);
}
/** The objects of a cluster while it is being built. The first to define an object wins, apart from a root's stand-ins. */
var Inventory = class {
	#byKey = /* @__PURE__ */ new Map();
	#provisional = /* @__PURE__ */ new Set();
	#sorted;
	/** Adds what a build yields. */
	add(resource) {
		const key = resourceKey(resource.id, resource.server);
		const known = this.#byKey.get(key);
		if (known && !this.#provisional.has(key) && !hasSameOwner(known, resource)) return;
		this.#provisional.delete(key);
		this.#set(key, resource);
	}
	/** Adds an object that a cluster begins with; what a build yields under the same id takes its place. */
	addProvisional(resource) {
		const key = resourceKey(resource.id, resource.server);
		if (this.#byKey.has(key)) return;
		this.#set(key, resource);
		this.#provisional.add(key);
	}
	find(id, server = "") {
		return this.#byKey.get(resourceKey(id, server));
	}
	/** Objects of a kind on the cluster's own API server, in name order. */
	all(kind) {
		return this.resources.filter(({ id, server }) => server === "" && isKind(id, kind));
	}
	/** Everything, ordered by identity. */
	get resources() {
		this.#sorted ??= [...this.#byKey.entries()].sort(([a], [b]) => a < b ? -1 : 1).map(([, resource]) => resource);
		return this.#sorted;
	}
	#set(key, resource) {
		this.#byKey.set(key, resource);
		this.#sorted = void 0;
	}
};
//#endregion
//#region src/build/lockdown.ts
const flag = "--no-cross-namespace-refs=true";
/** Where the repository shows that Flux's controllers refuse references to other namespaces (`flux-semantics.md` 6.3). */
function lockdownOf(resources) {
	for (const resource of resources) {
		if (isKind(resource.id, kinds.FluxInstance) && valueAt(resource.manifest, [
			"spec",
			"cluster",
			"multitenant"
		]) === true) return { at: resource.at([
			"spec",
			"cluster",
			"multitenant"
		]) };
		const path = resource.id.kind === "Deployment" ? flagPath(resource) : void 0;
		if (path) return { at: resource.at(path) };
	}
}
function flagPath({ manifest, id }) {
	if (!id.name.endsWith("-controller")) return void 0;
	const base = [
		"spec",
		"template",
		"spec",
		"containers"
	];
	const containers = listAt(manifest, base);
	for (const [index, container] of containers.entries()) {
		const position = listAt(container, ["args"]).indexOf(flag);
		if (position >= 0) return [
			...base,
			index,
			"args",
			position
		];
	}
}
//#endregion
//#region src/version/satisfiable.ts
const huge = 999999999n;
/** Whether any version at all lies in the range; `>2.0.0 <1.0.0` and `1.2.3 1.2.4` hold none. */
function isSatisfiable(constraint) {
	return probesOf(constraint).some((version) => satisfies(version, constraint));
}
/** Whether the range only begins above `version`: nothing up to it lies in the range, something newer does. */
function beginsAbove(constraint, version) {
	const inside = probesOf(constraint).filter((probe) => satisfies(probe, constraint));
	return inside.length > 0 && inside.every((probe) => compareVersions(probe, version) > 0);
}
/** Versions at and around the bounds of a range: when none of them lies in it, none does. */
function probesOf({ groups }) {
	return [
		...groups.flatMap(({ comparators }) => comparators.map(({ version }) => version)),
		versionOf(0n, 0n, 0n),
		versionOf(huge, 0n, 0n)
	].flatMap(around);
}
function around(bound) {
	const { major, minor, patch } = bound;
	return [
		bound,
		versionOf(major, minor, patch),
		versionOf(major, minor, patch + 1n),
		versionOf(major, minor + 1n, 0n),
		versionOf(major + 1n, 0n, 0n),
		...below$1(major, minor, patch)
	];
}
function below$1(major, minor, patch) {
	if (patch > 0n) return [versionOf(major, minor, patch - 1n)];
	if (minor > 0n) return [versionOf(major, minor - 1n, huge)];
	return major > 0n ? [versionOf(major - 1n, huge, huge)] : [];
}
function versionOf(major, minor, patch) {
	const version = readVersion(`${major}.${minor}.${patch}`);
	if ("error" in version) throw new Error(version.error);
	return version;
}
//#endregion
//#region src/build/release/fetched-chart.ts
/**
* The chart as its source has it; undefined where nothing may be fetched. `mirrored` is what the mirrors have said: it holds
* when the source cannot be asked.
*/
async function fetchedChart(world, source, request, mirrored) {
	const { offline, render } = world.options;
	if (!world.remote || render === "off") return void 0;
	const outside = outOfReach(world.options.external, source);
	if (outside !== void 0) return mirrored.status === "skipped" ? skip$1(outside, "chosen") : void 0;
	const remote = remoteSourceOf(world, source);
	if (!remote) return void 0;
	const name = describe(source.id);
	const { chart, version } = wantedOf(remote, request);
	const asked = await world.remote.find({
		source: remote,
		name,
		chart,
		version,
		offline
	});
	if (asked.status !== "unavailable") return foundChart(asked, chart);
	if (mirrored.status !== "skipped") return void 0;
	const label = `chart ${chart} ${version || "(any version)"}`;
	return offline ? skip$1(`--offline, and ${mirrored.reason}`, mirrored.kind) : skip$1(`${label} could not be fetched: ${asked.reason}`, "incomplete");
}
/** An artifact is named by its source alone. */
function wantedOf(source, { chart, version }) {
	if (source.kind !== "artifact") return {
		chart,
		version
	};
	return {
		chart: source.url.slice(source.url.lastIndexOf("/") + 1),
		version: textOf(source.reference)
	};
}
function textOf(reference) {
	switch (reference.by) {
		case "digest": return reference.digest;
		case "semver": return reference.semver;
		case "tag": return reference.tag;
	}
}
function skip$1(reason, kind) {
	return {
		status: "skipped",
		reason,
		kind
	};
}
function foundChart(asked, name) {
	if (asked.status === "problem") return asked;
	const { archive, digest, version, place } = asked;
	return {
		status: "found",
		chart: {
			digest,
			archive
		},
		use: {
			name,
			version,
			from: {
				kind: "archive",
				path: place
			}
		}
	};
}
//#endregion
//#region src/build/release/chart-dependencies.ts
/**
* source-controller fetches the dependencies that are not vendored: from the same artifact (`file://`), here from a mirror
* when one has it, or from their repository.
*/
async function addDependencies(world, chart) {
	for (const entry of chart.dependencies) {
		const name = stringAt(entry, ["name"]);
		if (name === void 0 || isVendored(chart.files, name)) continue;
		const unmet = await add(world, chart, {
			name,
			version: String(stringAt(entry, ["version"]) ?? ""),
			repository: stringAt(entry, ["repository"]) ?? ""
		});
		if (unmet) return unmet;
	}
}
async function add(world, chart, dependency) {
	const { name, repository } = dependency;
	const absent = {
		reason: `its dependency ${name} is neither vendored nor in a mirror`,
		kind: "chosen"
	};
	if (repository.startsWith("file://")) {
		const local = chart.sibling(repository.slice(7));
		for (const [path, bytes] of local) chart.files.set(`charts/${name}/${path}`, bytes);
		return local.has("Chart.yaml") ? void 0 : absent;
	}
	const archive = await mirrored(world, dependency);
	const fetched = archive ? void 0 : await fetchedFrom(world, dependency, chart.namespace);
	const isThere = fetched !== "outside" && fetched?.status === "found";
	const found = archive ?? (isThere ? fetched.archive : void 0);
	if (found) {
		chart.files.set(`charts/${name}.tgz`, found);
		return;
	}
	if (fetched === "outside" || !fetched || world.options.offline) return absent;
	return {
		reason: `its dependency ${name} could not be fetched: ${fetched.status === "unavailable" ? fetched.reason : messageOf(fetched)}`,
		kind: "incomplete"
	};
}
function messageOf(fetched) {
	return fetched.status === "problem" ? fetched.problem.message : "";
}
function isVendored(files, name) {
	return [...files.keys()].some((path) => path.startsWith(`charts/${name}/`) || path.startsWith(`charts/${name}-`) && path.endsWith(".tgz"));
}
async function mirrored(world, { name, version }) {
	for (const mirror of world.mirrors) {
		const found = resolveChartVersion(version, await mirror.entries(name));
		if (found.status !== "resolved") continue;
		const archive = await mirror.read(found.chosen).catch(() => void 0);
		if (archive) return archive;
	}
}
/** From its repository, with the credentials of a HelmRepository of the same address. */
async function fetchedFrom(world, { name, version, repository }, namespace) {
	const known = repositoryAt(world, repository, namespace);
	if (known && outOfReach(world.options.external, known) !== void 0) return "outside";
	const source = (known && remoteSourceOf(world, known)) ?? sourceAt(repository);
	const { offline, render } = world.options;
	if (!source || !world.remote || render === "off") return void 0;
	return await world.remote.find({
		source,
		name: repository,
		chart: name,
		version,
		offline
	});
}
/**
* The HelmRepository that source-controller would take for a dependency: in the chart's namespace, with the same address but
* for slashes at its end. https://github.com/fluxcd/source-controller (`resolveDependencyRepository`)
*/
function repositoryAt(world, url, namespace) {
	const normalized = (address) => address.replace(/\/+$/u, "");
	return world.all(kinds.HelmRepository).find(({ id, server, manifest }) => {
		const own = stringAt(manifest, ["spec", "url"]);
		return id.namespace === namespace && server === "" && own !== void 0 && normalized(own) === normalized(url);
	});
}
function sourceAt(url) {
	const access = {};
	if (url.startsWith("oci://")) return {
		kind: "registry",
		url,
		access,
		insecure: false
	};
	return /^https?:\/\//u.test(url) ? {
		kind: "repository",
		url,
		access,
		passCredentials: false
	} : void 0;
}
//#endregion
//#region src/build/release/folder-chart.ts
/** A chart that is a folder (or an archive) of an artifact: GitRepository, Bucket and ExternalArtifact sources. */
async function folderChart(world, request) {
	const found = world.contentOf(request.source);
	if (!found.tree) {
		const { content } = found;
		if (content.status === "elsewhere") {
			const kind = content.incomplete ? "incomplete" : "chosen";
			return {
				status: "skipped",
				reason: content.reason,
				kind
			};
		}
		return {
			status: "skipped",
			reason: `${describe(request.source)} is not defined in this repository`,
			kind: "chosen"
		};
	}
	const { tree, revision } = found;
	const isExternal = isKind(request.source, kinds.ExternalArtifact);
	const folder = isExternal ? topFolder$1(tree) : clampInside(request.chart);
	const more = {
		...isExternal ? {} : { valuesFile: fileIn(tree) },
		...revision === void 0 ? {} : { revision }
	};
	const archive = tree.tree.files.get(folder);
	if (archive && /\.t(?:ar\.)?gz$/u.test(folder)) {
		const use = {
			name: request.chart,
			from: {
				kind: "archive",
				path: folder
			}
		};
		return {
			status: "found",
			chart: {
				digest: digestOf(archive, world.digest),
				archive
			},
			use,
			...more
		};
	}
	const files = filesBelow(tree, folder);
	const metadata = files.get("Chart.yaml");
	if (!metadata) return missing$1(tree, folder, request);
	const unmet = await addDependencies(world, {
		files,
		dependencies: listAt(yamlOf(metadata), ["dependencies"]),
		namespace: request.source.namespace,
		sibling: (path) => filesBelow(tree, clampInside(`${folder}/${path}`))
	});
	if (unmet) return {
		status: "skipped",
		...unmet
	};
	const path = tree.repositoryPath(folder) ?? folder;
	const version = stringAt(yamlOf(metadata), ["version"]);
	return {
		status: "found",
		chart: {
			digest: digestOfFiles(files, world),
			files
		},
		use: {
			name: stringAt(yamlOf(metadata), ["name"]) ?? folder,
			from: {
				kind: "folder",
				path,
				...version !== void 0 && { version }
			}
		},
		...more
	};
}
/**
* Helm wants a chart archive to hold one folder, so the artifact of an ExternalArtifact must too: its files below
* `@artifact/<name>/`. https://github.com/fluxcd/source-watcher/issues/290
*/
function topFolder$1(tree) {
	const charts = [...tree.tree.files.keys()].filter((path) => /^[^/]+\/Chart\.yaml$/u.test(path));
	return charts.length === 1 ? folderOf(charts[0] ?? "") : "";
}
function fileIn(tree) {
	return (written) => {
		const path = clampInside(written);
		const data = tree.tree.files.get(path);
		if (data) return {
			status: "file",
			data
		};
		if (treeFolders(tree).has(path)) return { status: "folder" };
		const reason = `${written} lies in an included repository that is not in this checkout`;
		return isUnknown(tree, path) ? {
			status: "unknown",
			reason
		} : { status: "missing" };
	};
}
function filesBelow(tree, folder) {
	const skip = folder === "" ? 0 : folder.length + 1;
	return new Map([...tree.tree.files].filter(([path]) => isInside(path, folder)).map(([path, bytes]) => [path.slice(skip), bytes]));
}
function digestOfFiles(files, { digest }) {
	return digest([...files].map(([path, bytes]) => `${path}\0${digestOf(bytes, digest)}`).sort().join("\n"));
}
function missing$1(tree, folder, { source, chart }) {
	if (isUnknown(tree, folder)) return {
		status: "skipped",
		reason: `${chart} lies in an included repository that is not in this checkout`,
		kind: "chosen"
	};
	const charts = [...tree.tree.files.keys()].filter((path) => path.endsWith("/Chart.yaml"));
	return {
		status: "problem",
		problem: {
			kind: "chart-not-found",
			message: treeFolders(tree).has(folder) ? `\`${chart}\` holds no Chart.yaml` : `${describe(source)} has no folder \`${chart}\``,
			known: charts.map((path) => path.slice(0, -11))
		}
	};
}
function yamlOf(bytes) {
	const document = parseYaml(new TextDecoder().decode(bytes)).documents[0];
	return document?.root ? toJson(document) : void 0;
}
//#endregion
//#region src/build/release/mirrored-chart.ts
/** Looks for the chart in the mirrors; the first one that has it by name serves. */
async function fromMirrors(world, { name, version, pick }) {
	const constraint = parseConstraint(version || "*");
	const checked = pick([]);
	if (checked.status === "invalid-constraint") return {
		status: "problem",
		problem: {
			kind: "version-invalid",
			message: checked.message
		}
	};
	const label = `chart ${name} ${version || "(any version)"}`;
	const { mirror, entries } = await firstWith(world.mirrors, name);
	const picked = pick(entries);
	if (picked.status !== "resolved") return unsatisfied({
		name,
		version,
		label
	}, constraint, entries);
	if (!mirror) return notMirrored(`${label} is in no cache or mirror`);
	return readArchive(mirror, entries, {
		name,
		version: picked.chosen,
		label
	}, world);
}
async function firstWith(mirrors, name) {
	for (const mirror of mirrors) {
		const entries = await mirror.entries(name);
		if (entries.length > 0) return {
			mirror,
			entries
		};
	}
	return { entries: [] };
}
/**
* A range that nothing satisfies is wrong; one that begins above all that a mirror holds probably is. A mirror may lack
* any other version.
*/
function unsatisfied({ name, version, label }, constraint, entries) {
	const known = entries.map((entry) => entry.version);
	const newest = known.map(parseFluxVersion).filter((one) => one !== void 0).sort(compareVersions).at(-1);
	const never = !("error" in constraint) && !isSatisfiable(constraint);
	const above = !("error" in constraint) && newest !== void 0 && beginsAbove(constraint, newest);
	if (!never && (!above || parseFluxVersion(version))) return notMirrored(`${label} is in no cache or mirror`);
	return {
		status: "problem",
		problem: {
			kind: "version-unsatisfied",
			message: `no '${name}' chart with version matching '${version}' found`,
			known,
			certain: never
		}
	};
}
async function readArchive(mirror, entries, wanted, world) {
	const entry = entries.find(({ version }) => version === wanted.version) ?? entries.find(({ version }) => withoutV(version) === withoutV(wanted.version));
	if (!entry) return notMirrored(`${wanted.label} is in no cache or mirror`);
	const archive = await mirror.read(entry).catch(() => void 0);
	if (!archive) return {
		status: "skipped",
		reason: `${entry.file} of ${mirror.place} cannot be read`,
		kind: "incomplete"
	};
	const digest = world.digest(archive);
	if (entry.digest !== void 0 && entry.digest.replace(/^sha256:/u, "") !== digest) return {
		status: "skipped",
		reason: `${entry.file} does not have the digest that the mirror's index states`,
		kind: "incomplete"
	};
	return {
		status: "found",
		chart: {
			digest,
			archive
		},
		use: {
			name: wanted.name,
			version: entry.version,
			from: {
				kind: "archive",
				path: `${mirror.place}/${entry.file}`
			}
		}
	};
}
function notMirrored(reason) {
	return {
		status: "skipped",
		reason,
		kind: "chosen"
	};
}
function withoutV(version) {
	return version.replace(/^v/u, "");
}
//#endregion
//#region src/build/release/find-chart.ts
/** Gets the chart as source-controller would: from this checkout, from the mirrors, or from where its source says. */
async function findChart(world, request) {
	const source = world.lookup(request.source);
	if (source === "unknown") return folderChart(world, request);
	if (isKind(request.source, kinds.ExternalArtifact)) return folderChart(world, request);
	if (!source) return skip(`${describe(request.source)} is not defined in this repository`);
	if (isKind(source.id, kinds.GitRepository) || isKind(source.id, kinds.Bucket)) return folderChart(world, request);
	const mirrored = await mirroredChart(world, source, request);
	if (mirrored.status === "found" || isCertain(mirrored)) return mirrored;
	return await fetchedChart(world, source, request, mirrored) ?? mirrored;
}
/** Looks for the chart of a HelmRepository or OCIRepository in the mirrors alone. */
function mirroredChart(world, source, request) {
	return isKind(source.id, kinds.OCIRepository) ? fromArtifact(world, source) : fromRepository(world, source, request);
}
/** A mirror may lack what the source has; what is wrong whatever the source has needs no look at it. */
function isCertain(found) {
	return found.status === "problem" && (found.problem.kind !== "version-unsatisfied" || found.problem.certain);
}
function skip(reason) {
	return {
		status: "skipped",
		reason,
		kind: "chosen"
	};
}
function fromRepository(world, source, { chart, version }) {
	const oci = stringAt(source.manifest, ["spec", "type"]) === "oci";
	const pick = (entries) => {
		if (oci) return resolveChartTag(version, entries.map((entry) => entry.version));
		const found = resolveChartVersion(version, entries);
		return found.status === "resolved" ? {
			...found,
			chosen: found.chosen.version,
			ties: []
		} : found;
	};
	return fromMirrors(world, {
		name: lastStep(chart),
		version,
		pick
	});
}
function fromArtifact(world, source) {
	const name = lastStep(stringAt(source.manifest, ["spec", "url"]) ?? "");
	const ref = (field) => stringAt(source.manifest, [
		"spec",
		"ref",
		field
	]);
	const semver = ref("semver");
	const tag = ref("tag");
	if (semver !== void 0 && ref("digest") === void 0) {
		const pick = (entries) => resolveTag(semver, entries.map((entry) => entry.version), "chart");
		return fromMirrors(world, {
			name,
			version: semver,
			pick
		});
	}
	if (tag === void 0) return skip(`${describe(source.id)} names its chart by ${ref("digest") ? "digest" : "the tag `latest`"} alone`);
	const version = tag.replaceAll("_", "+");
	return fromMirrors(world, {
		name,
		version,
		pick: () => ({
			status: "resolved",
			chosen: version,
			ties: []
		})
	});
}
function lastStep(path) {
	return path.replace(/\/+$/u, "").split("/").at(-1) ?? path;
}
//#endregion
//#region src/build/release/values-files.ts
/**
* Finds the values files of a chart in a GitRepository or Bucket: they lie in the artifact, never in the chart's own folder
* (`source-controller: internal/helm/chart/builder_local.go`, `mergeFileValues`). Those of other charts are in the chart itself,
* where Helm finds them.
*/
function valuesFilesOf({ valuesFile }, asked) {
	const { valuesFiles, ignoreMissingValuesFiles } = asked;
	if (!valuesFile) return {
		status: "ok",
		files: valuesFiles.map((path) => ({ path }))
	};
	const files = [];
	for (const path of valuesFiles) {
		const found = valuesFile(path);
		if (found.status === "unknown") return found;
		if (found.status === "file") files.push({
			path,
			data: found.data
		});
		else if (found.status === "folder" || !ignoreMissingValuesFiles) return missing(path);
	}
	const [first] = valuesFiles;
	const none = first === void 0 ? [] : [{
		path: first,
		data: new Uint8Array()
	}];
	return {
		status: "ok",
		files: files.length > 0 ? files : none
	};
}
/** The same for a chart that nothing renders: what Helm would look for in the chart is looked for in its archive. */
async function packagedValuesFiles(found, asked) {
	const listed = valuesFilesOf(found, asked);
	const { valuesFiles, ignoreMissingValuesFiles } = asked;
	if (found.valuesFile || ignoreMissingValuesFiles || valuesFiles.length === 0) return listed;
	const files = await filesIn(found.chart);
	if (typeof files === "string") return {
		status: "unknown",
		reason: files
	};
	const absent = valuesFiles.find((path) => {
		const name = posix.normalize(path);
		return name !== "values.yaml" && !files.has(name);
	});
	return absent === void 0 ? listed : missing(absent);
}
function missing(path) {
	return holdsStandIn(path) ? {
		status: "unknown",
		reason: "the path of one of its values files is not all known"
	} : {
		status: "failed",
		message: `no values file found at path '${path}'`
	};
}
async function filesIn(chart) {
	try {
		return await chartFiles(chart);
	} catch (error) {
		if (!(error instanceof BadArchive)) throw error;
		return `its chart cannot be unpacked: ${error.message}`;
	}
}
//#endregion
//#region src/build/release/build-chart.ts
/** The HelmCharts among `charts` that no release has its chart from: what is wrong with the others is said of the releases. */
function unnamedCharts(charts, releases) {
	const named = new Set(releases.flatMap((release) => {
		const id = sourceIdOf(release, ["spec", "chartRef"]);
		return id && isKind(id, kinds.HelmChart) ? [resourceKey(id)] : [];
	}));
	return charts.filter(({ id }) => !named.has(resourceKey(id)));
}
/** Looks for the chart of a HelmChart as source-controller would. */
async function buildChart(world, chart) {
	const request = requestOfChart(chart);
	const source = request && world.lookup(request.source);
	if (!request || !source || source === "unknown") return { chart };
	const found = await findChart(world, request);
	if (found.status === "problem") return {
		chart,
		chartProblem: found.problem
	};
	if (found.status === "found") return {
		chart,
		...await judgeValuesFiles(found, request)
	};
	return {
		chart,
		reason: found.reason,
		incomplete: found.kind === "incomplete"
	};
}
async function judgeValuesFiles(found, request) {
	const files = await packagedValuesFiles(found, request);
	if (files.status === "ok") return {};
	return files.status === "unknown" ? { reason: files.reason } : { failure: {
		step: "values",
		message: files.message
	} };
}
//#endregion
//#region src/build/release/packaged-version.ts
/** It cuts the hex of a commit or digest to this. */
const revisionLength = 12;
/** No commit that this text stands for begins like it; letters, so that YAML takes it for a text. */
const otherRevision = "0123456789ab";
/** A HelmChart that was just made has this generation; nobody knows it here. */
const generation = "1";
const otherGeneration = "27";
/**
* The build metadata of a packaged chart: with `reconcileStrategy: Revision` the revision of the source, and with
* `valuesFiles` the generation of the HelmChart, whatever the source (`source-controller: internal/controller/helmchart_controller.go`,
* `buildFromTarballArtifact` and `buildFromHelmRepository`). Undefined where the version stays as it is.
*/
function versionMetadata({ followsRevision, valuesFiles }, source) {
	const hasRevision = followsRevision && source.isArtifact;
	const hasGeneration = valuesFiles.length > 0;
	if (!hasRevision && !hasGeneration) return void 0;
	const known = source.revision?.slice(0, revisionLength);
	const joined = (revision, number) => [...hasRevision ? [revision] : [], ...hasGeneration ? [number] : []].join(".");
	const text = joined(known ?? "hashnotknown", generation);
	const otherwise = joined(known ?? otherRevision, otherGeneration);
	return text === otherwise ? { text } : {
		text,
		otherwise
	};
}
/** `version` with other build metadata, as Masterminds' `SetMetadata` and `String` have it; undefined for what is no version. */
function withMetadata(version, metadata) {
	const parsed = parseVersion(version);
	return parsed && formatVersion({
		...parsed,
		metadata
	});
}
//#endregion
//#region src/build/release/packaged-chart.ts
/** Gives the chart the version that its templates see in the cluster (`.Chart.Version`). */
async function packagedChart(found, request, digest) {
	const { chart, revision } = found;
	const isArtifact = isKind(request.source, kinds.GitRepository) || isKind(request.source, kinds.Bucket);
	const metadata = versionMetadata(request, {
		isArtifact,
		...revision === void 0 ? {} : { revision }
	});
	const files = metadata && await readFiles(chart);
	const version = (isArtifact ? void 0 : found.use.version) ?? (files && versionIn$1(files));
	if (!metadata || !files || version === void 0) return { chart };
	const inVersion = (text) => {
		const whole = withMetadata(version, text);
		const changed = whole === void 0 ? void 0 : withVersion(files, whole);
		if (whole === void 0 || !changed) return void 0;
		return {
			version: whole,
			chart: {
				digest: digest(`${chart.digest} ${whole}`),
				files: changed
			}
		};
	};
	const first = inVersion(metadata.text);
	const second = metadata.otherwise === void 0 ? void 0 : inVersion(metadata.otherwise);
	if (!first) return { chart };
	if (!second) return { chart: first.chart };
	return {
		chart: first.chart,
		isSaidAlways: async (said, judge) => withoutVersion(said, first) === withoutVersion(await judge(second.chart), second)
	};
}
/** An archive that cannot be read is left to Helm, which says why. */
async function readFiles(chart) {
	try {
		return await chartFiles(chart);
	} catch (error) {
		if (!(error instanceof BadArchive)) throw error;
		return;
	}
}
function versionIn$1(files) {
	const document = metadataOf(files)?.document;
	return document && scalarAt(document, ["version"])?.text;
}
/** The files with another version in Chart.yaml; undefined for a Chart.yaml that has none, or that is broken. */
function withVersion(files, version) {
	const metadata = metadataOf(files);
	if (!metadata) return void 0;
	const { text, document } = metadata;
	const node = scalarAt(document, ["version"]);
	if (!node) return void 0;
	const isBlock = node.style === "literal" || node.style === "folded";
	const changed = node.anchor === void 0 && !isBlock ? replaced(text, rangeOf(document, ["version"], "value"), JSON.stringify(version)) : JSON.stringify({
		...toJson(document),
		version
	});
	return new Map(files).set("Chart.yaml", new TextEncoder().encode(changed));
}
function replaced(text, { start, end }, part) {
	return `${text.slice(0, start)}${part}${text.slice(end)}`;
}
function metadataOf(files) {
	const content = files.get("Chart.yaml");
	if (!content) return void 0;
	const text = new TextDecoder().decode(content);
	const [document, ...others] = parseYaml(text).documents;
	if (!document || others.length > 0 || document.errors.length > 0) return void 0;
	return {
		text,
		document
	};
}
/** Charts write versions into labels with another sign for the `+`. */
function withoutVersion(text, { version }) {
	return [
		"+",
		"_",
		"-",
		"."
	].reduce((rest, sign) => rest.replaceAll(version.replace("+", sign), "VERSION"), text);
}
//#endregion
//#region src/build/release/release-names.ts
const maxLength = 53;
const keptLength = 40;
const hashLength = 12;
/**
* Names and namespaces of a release (`flux-semantics.md` 2.4). A composed name of more than 53 characters is cut to 40
* and ends in 12 hex digits of its sha256; helm-controller: internal/release/name.go.
*/
function releaseNames({ id, manifest }, digest) {
	const own = id.namespace ?? "";
	const target = stringAt(manifest, ["spec", "targetNamespace"]);
	return {
		name: shorten(stringAt(manifest, ["spec", "releaseName"]) ?? (target ? `${target}-${id.name}` : id.name), digest),
		namespace: target || own,
		storageNamespace: stringAt(manifest, ["spec", "storageNamespace"]) || own
	};
}
function shorten(name, digest) {
	return name.length <= maxLength ? name : `${name.slice(0, keptLength)}-${digest(name).slice(0, hashLength)}`;
}
//#endregion
//#region src/build/release/release-values.ts
/** The entries of `spec.valuesFrom`, in order. */
function valuesReferences(release) {
	return listAt(release.manifest, ["spec", "valuesFrom"]).flatMap((entry) => {
		const kind = stringAt(entry, ["kind"]);
		const name = stringAt(entry, ["name"]);
		if (name === void 0 || kind !== "ConfigMap" && kind !== "Secret") return [];
		const { namespace } = release.id;
		return [{
			id: {
				...kinds[kind],
				name,
				...namespace ? { namespace } : {}
			},
			key: stringAt(entry, ["valuesKey"]) ?? "values.yaml",
			targetPath: stringAt(entry, ["targetPath"]),
			optional: valueAt(entry, ["optional"]) === true
		}];
	});
}
/** Composes values with fluxcd/pkg/chartutil; values that nobody can see are stood in for, and the result is uncertain. */
async function composeValues(world, release) {
	const chain = [];
	const objects = /* @__PURE__ */ new Map();
	let uncertain = release.uncertain;
	for (const reference of valuesReferences(release)) {
		const found = world.lookup(reference.id);
		if (found === void 0 || found === "unknown" && reference.optional) {
			uncertain ||= found === "unknown";
			continue;
		}
		const object = found === "unknown" ? void 0 : found;
		uncertain ||= provide(objects, reference, object);
		if (object && reference.targetPath === void 0) chain.push(...partsOf$1(world, object, reference.key));
	}
	const own = release.at(["spec", "values"]);
	chain.push({
		document: own.document,
		path: own.path,
		resource: release
	});
	const result = await world.engine.call("values", {
		release: release.manifest,
		objects: [...objects.values()].map(({ id, data }) => manifestOf(id, data))
	});
	if (result.status === "composed") {
		const { values, integers = [] } = result;
		return {
			status: "composed",
			values,
			integers,
			chain,
			uncertain
		};
	}
	return {
		status: "failed",
		step: result.status === "limit" ? "limit" : "values",
		message: result.message,
		chain,
		uncertain
	};
}
/** Adds what is known of an object's key; tells whether the value had to be stood in for. */
function provide(objects, { id, key, targetPath }, object) {
	const name = `${id.kind}/${id.name}`;
	const entry = objects.get(name) ?? {
		object,
		data: /* @__PURE__ */ new Map(),
		id
	};
	objects.set(name, entry);
	const value = object && dataOf(object).get(key);
	if (object && !value) return false;
	if (value?.text !== void 0) {
		entry.data.set(key, value.text);
		return object?.uncertain ?? false;
	}
	entry.data.set(key, targetPath === void 0 ? "{}" : standIn(key));
	return true;
}
function manifestOf(id, data) {
	const secret = isKind(id, kinds.Secret);
	const encode = (text) => {
		if (!secret) return text;
		let binary = "";
		for (const byte of new TextEncoder().encode(text)) binary += String.fromCharCode(byte);
		return btoa(binary);
	};
	return {
		apiVersion: "v1",
		kind: id.kind,
		metadata: {
			name: id.name,
			...id.namespace ? { namespace: id.namespace } : {}
		},
		data: Object.fromEntries([...data].map(([key, text]) => [key, encode(text)]))
	};
}
/** The YAML inside a ConfigMap's or Secret's key: in the object itself, or in the file that a generator reads. */
function partsOf$1(world, object, key) {
	const value = dataOf(object).get(key);
	if (!value) return [];
	const { document, path } = object.at([value.field, key]);
	return (object.origin.via === "kustomize" && object.origin.generated ? generatedFrom(world, document, path) : document.embedded(path)).filter(({ content, syntaxErrors }) => isObject(content) || syntaxErrors.length > 0).map((part) => ({
		document: part,
		path: [],
		resource: object
	}));
}
function generatedFrom(world, document, path) {
	const file = world.kustomizationFiles.find((candidate) => candidate.document === document);
	const wanted = JSON.stringify(path);
	const entry = file?.entries.find((candidate) => JSON.stringify(candidate.path) === wanted);
	return entry?.target === void 0 ? [] : world.fileAt(entry.target)?.documents ?? [];
}
//#endregion
//#region src/build/release/schema-references.ts
/** Keywords whose values are no schemas: what looks like a reference in them is none. */
const plainKeywords = new Set([
	"const",
	"default",
	"enum",
	"examples"
]);
const maxDepth = 200;
/** The addresses of other documents that a JSON Schema refers to; relative ones are below its own, or its `$id`. */
function schemaReferences(text, url) {
	const walk = {
		own: new Set([documentOf(url)]),
		found: /* @__PURE__ */ new Set()
	};
	visit(walk, parsed(text), {
		base: url,
		depth: 0
	});
	return [...walk.found].filter((address) => !walk.own.has(address) && /^https?:\/\//u.test(address)).sort();
}
function visit(walk, value, { base, depth }) {
	if (depth > maxDepth) return;
	if (Array.isArray(value)) for (const entry of value) visit(walk, entry, {
		base,
		depth: depth + 1
	});
	else if (isObject(value)) {
		const here = note(walk, value, base);
		for (const [keyword, entry] of Object.entries(value)) if (!plainKeywords.has(keyword)) visit(walk, entry, {
			base: here,
			depth: depth + 1
		});
	}
}
/** Notes what one schema is called and refers to; gives what is relative in it its base. */
function note({ own, found }, { $id, $ref }, base) {
	const id = resolve$1($id, base);
	if (id !== void 0) own.add(documentOf(id));
	const target = resolve$1($ref, id ?? base);
	if (target !== void 0) found.add(documentOf(target));
	return id ?? base;
}
function parsed(text) {
	try {
		return JSON.parse(text);
	} catch {
		return;
	}
}
function resolve$1(reference, base) {
	return typeof reference === "string" && URL.canParse(reference, base) ? new URL(reference, base).href : void 0;
}
function documentOf(url) {
	return url.split("#")[0] ?? url;
}
//#endregion
//#region src/build/release/remote-schemas.ts
/** What one chart may make a run fetch. */
const maxSchemas = 64;
const maxBytes = 4 * maxSchemaBytes;
/** How far references are followed ahead of the engine, which names one at a time. */
const maxLevels = 5;
/** How often the engine is asked again. */
const maxRounds$1 = 8;
/**
* Renders a chart, and fetches the schemas that its `values.schema.json` refers to, as Helm does. Unless all are there the
* first answer counts, which was made without any: half of the schemas may refuse what all of them take.
*/
async function withRemoteSchemas(render, fetch) {
	const first = await render(/* @__PURE__ */ new Map());
	if (first.status !== "rendered" || !fetch || missingIn(first).length === 0) return {
		result: first,
		incomplete: false
	};
	const collection = new Collection(fetch);
	let missing = missingIn(first);
	for (let round = 0; round < maxRounds$1; round++) {
		const lacking = await collection.add(missing);
		if (lacking.length > 0) return withReason(first, lacking);
		const result = await render(collection.texts());
		if (result.status === "limit") return withReason(first, [{
			reason: result.message,
			isChosen: false
		}]);
		missing = missingIn(result);
		if (missing.length === 0) return {
			result,
			incomplete: false
		};
	}
	return withReason(first, [tooMany]);
}
function missingIn(result) {
	return result.status === "rendered" ? result.missingSchemas ?? [] : [];
}
const tooMany = {
	reason: `they refer to more than ${maxSchemas} schemas, or ${maxBytes / 1024 / 1024} MiB of them`,
	isChosen: false
};
function withReason(first, lacking) {
	const reasons = [...new Set(lacking.map(({ reason }) => reason))].sort().join("; ");
	const isChosen = lacking.every((one) => one.isChosen);
	const said = isChosen ? `${first.schemaSkipped}: ${reasons}` : `its values.schema.json refers to schemas that could not be fetched: ${reasons}`;
	return {
		result: {
			...first,
			schemaSkipped: said
		},
		incomplete: !isChosen
	};
}
/** What was fetched for one chart. */
var Collection = class {
	#fetch;
	#texts = /* @__PURE__ */ new Map();
	#asked = /* @__PURE__ */ new Map();
	#bytes = 0;
	constructor(fetch) {
		this.#fetch = fetch;
	}
	/** In the same order whatever came first: they are part of a key of the cache. */
	texts() {
		return new Map([...this.#texts].sort(([left], [right]) => left < right ? -1 : 1));
	}
	/** Fetches schemas, and those that they refer to; tells which of `urls` cannot be had. */
	async add(urls) {
		const outcomes = await Promise.all(urls.map((url) => this.#get(url)));
		let ahead = this.#referencesOf(urls);
		for (let level = 1; level < maxLevels && ahead.length > 0; level++) {
			await Promise.all(ahead.map((url) => this.#get(url)));
			ahead = this.#referencesOf(ahead);
		}
		return outcomes.filter((outcome) => outcome !== void 0);
	}
	#referencesOf(urls) {
		const all = urls.flatMap((url) => schemaReferences(this.#texts.get(url) ?? "", url));
		return [...new Set(all)].filter((url) => !this.#asked.has(url));
	}
	#get(url) {
		const before = this.#asked.get(url);
		if (before) return before;
		if (this.#asked.size >= maxSchemas) return Promise.resolve(tooMany);
		const asked = this.#load(url);
		this.#asked.set(url, asked);
		return asked;
	}
	async #load(url) {
		const fetched = await this.#fetch(url);
		if (!fetched) return {
			reason: "nothing is fetched in this run",
			isChosen: true
		};
		if (fetched.status === "absent") return {
			reason: `${shownUrl(url)} is not there`,
			isChosen: false
		};
		if (fetched.status === "unavailable") {
			const isChosen = fetched.chosen === true || fetched.refused === true;
			return {
				reason: fetched.reason,
				isChosen
			};
		}
		if (!isJson(fetched.text)) return {
			reason: `${shownUrl(url)} is no JSON`,
			isChosen: false
		};
		this.#bytes += fetched.text.length;
		if (this.#bytes > maxBytes) return tooMany;
		this.#texts.set(url, fetched.text);
	}
};
function isJson(text) {
	try {
		JSON.parse(text);
		return true;
	} catch {
		return false;
	}
}
//#endregion
//#region src/build/release/build-release.ts
/** Renders a HelmRelease as helm-controller would install it. Never throws for a bad repository. */
async function buildRelease(world, { release, apiVersions }) {
	const names = releaseNames(release, world.digest);
	const base = {
		release,
		releaseName: names.name,
		releaseNamespace: names.namespace,
		storageNamespace: names.storageNamespace,
		objects: [],
		valuesChain: []
	};
	const request = chartRequestOf(release, (id) => known(world.lookup(id)));
	if (!request) {
		const reason = "it names no chart that is defined in this repository";
		return withoutChart(world, {
			...base,
			status: "skipped",
			reason
		});
	}
	const found = await findChart(world, request);
	if (found.status === "problem") return withoutChart(world, {
		...base,
		status: "failed",
		chartProblem: found.problem
	});
	if (found.status === "skipped") {
		const { reason, kind } = found;
		const incomplete = kind === "incomplete";
		return withoutChart(world, {
			...base,
			status: "skipped",
			reason,
			incomplete
		});
	}
	if (world.options.render === "off") return {
		...base,
		chart: found.use,
		status: "skipped",
		reason: "rendering is switched off"
	};
	return render({
		world,
		release,
		request,
		found,
		names,
		apiVersions,
		base: {
			...base,
			chart: found.use
		}
	});
}
/** Without its chart a release is not rendered, but Flux composes its values without looking at it, and that can fail by itself. */
async function withoutChart(world, build) {
	if (valuesReferences(build.release).length === 0) return build;
	const composed = await composeValues(world, build.release);
	const withChain = {
		...build,
		valuesChain: composed.chain
	};
	if (composed.status === "composed") return {
		...withChain,
		values: composed.values
	};
	if (composed.uncertain) return withChain;
	const { reason: _, incomplete: __, ...rest } = withChain;
	return failed(rest, valuesFailure(composed), false);
}
function valuesFailure({ step, message }) {
	return {
		step,
		message
	};
}
function known(found) {
	return found === "unknown" ? void 0 : found;
}
async function render(rendering) {
	const { world, release, base } = rendering;
	const composed = await composeValues(world, release);
	const withChain = {
		...base,
		valuesChain: composed.chain
	};
	if (composed.status === "failed") return failed(withChain, valuesFailure(composed), composed.uncertain);
	const uncertain = composed.uncertain || holdsStandIn(JSON.stringify(composed.values));
	const withValues = {
		...withChain,
		values: composed.values
	};
	const files = valuesFilesOf(rendering.found, rendering.request);
	if (files.status === "unknown") return {
		...withValues,
		status: "skipped",
		reason: files.reason
	};
	if (files.status === "failed") return failed(withValues, {
		step: "values",
		message: files.message
	}, false);
	const packaged = await packagedChart(rendering.found, rendering.request, world.digest);
	const request = helmRequest({
		...rendering,
		valuesFiles: files.files
	}, composed);
	const renderChart = (chart) => withRemoteSchemas((schemas) => world.engine.call("helm", withSchemas({
		...request,
		chart
	}, schemas)), world.fetchSchema);
	const { result, incomplete } = await renderChart(packaged.chart);
	if (result.status !== "rendered") {
		if (isUnjudged(result)) return {
			...withValues,
			status: "skipped",
			reason: asksCluster
		};
		return (await packaged.isSaidAlways?.(JSON.stringify(result), async (chart) => JSON.stringify((await renderChart(chart)).result)) ?? true) || result.status === "limit" ? failed(withValues, failureOf(result), uncertain) : {
			...withValues,
			status: "skipped",
			reason: readsVersion
		};
	}
	const objects = result.objects.flatMap(({ manifest, template, role }) => {
		const { path } = release.at(["spec"]);
		const resource = makeResource({
			manifest,
			origin: {
				via: "helm",
				release,
				template
			},
			owner: release,
			server: serverOf(release),
			uncertain,
			defaultNamespace: base.releaseNamespace,
			locate: (self, field, part) => ({
				...release.at(["spec"], part),
				resource: self,
				field,
				path
			})
		});
		return resource && role !== "test" ? [resource] : [];
	});
	return {
		...withValues,
		status: "rendered",
		objects,
		...result.schemaSkipped ? { schemaSkipped: result.schemaSkipped } : {},
		...incomplete ? { schemaIncomplete: true } : {}
	};
}
function withSchemas(request, schemas) {
	return schemas.size === 0 ? request : {
		...request,
		remoteSchemas: Object.fromEntries(schemas)
	};
}
/** A chart may check what `lookup` finds, and that it finds nothing here proves nothing. */
function isUnjudged(result) {
	return result.status === "failed" && result.step === "render" && result.lookups === true;
}
const asksCluster = "its chart asks the cluster for what it has (`lookup`), which is not known here, and does not render without";
const readsVersion = "its chart reads what source-controller adds to its version (a commit, a generation), which is not known here, and does not render with a stand-in";
/** A failure that rests on a stand-in proves nothing. */
function failed(base, failure, uncertain) {
	return uncertain && failure.step !== "limit" ? {
		...base,
		status: "skipped",
		reason: "its values are not all known (encrypted, or defined outside this repository), and it does not render with stand-ins"
	} : {
		...base,
		status: "failed",
		failure
	};
}
function failureOf(result) {
	if (result.status === "limit") return {
		step: "limit",
		message: result.message
	};
	const { status: _, lookups: __, ...failure } = result;
	return failure;
}
function helmRequest({ world, release, request, found, names, apiVersions, valuesFiles }, composed) {
	const { manifest, id } = release;
	const strategy = stringAt(manifest, ["spec", "postRenderStrategy"]);
	const metadata = valueAt(manifest, ["spec", "commonMetadata"]);
	return {
		chart: found.chart,
		release: {
			name: names.name,
			namespace: names.namespace
		},
		values: composed.values,
		integers: composed.integers,
		kubeVersion: `v${world.target.kubernetes}.0`,
		apiVersions: [...new Set([...world.options.apiVersions, ...apiVersions])].sort(),
		postRenderers: listAt(manifest, ["spec", "postRenderers"]).filter((renderer) => isObject(renderer)),
		...strategy === "separate" || strategy === "nohooks" || strategy === "combined" ? { postRenderStrategy: strategy } : {},
		...valuesFiles.length > 0 ? {
			valuesFiles,
			ignoreMissingValuesFiles: request.ignoreMissingValuesFiles
		} : {},
		...valueAt(manifest, [
			"spec",
			"install",
			"disableSchemaValidation"
		]) === true ? { skipSchemaValidation: true } : {},
		...isObject(metadata) ? { commonMetadata: metadata } : {},
		owner: {
			name: id.name,
			namespace: id.namespace ?? ""
		}
	};
}
//#endregion
//#region src/build/root-resource.ts
/** A root object as a resource of the cluster. */
function rootResource(object) {
	const place = "written" in object ? object.written : object;
	const { document, path: base } = place;
	const resource = makeResource({
		manifest: place.manifest,
		origin: "written" in object ? {
			via: "file",
			document,
			path: base
		} : {
			via: "implied",
			document,
			path: base,
			by: object.by
		},
		owner: void 0,
		server: "",
		uncertain: false,
		locate: (self, path, part, span) => ({
			document,
			path: "written" in object ? [...base, ...path] : base,
			part,
			...span ? { span } : {},
			resource: self,
			field: path
		})
	});
	return resource ? [resource] : [];
}
/** A ConfigMap or Secret whose data the user's configuration states. */
function declaredObject(id, data, near) {
	const { document, path } = near?.at([]) ?? missingPlace();
	const field = isKind(id, kinds.Secret) ? "stringData" : "data";
	return {
		manifest: {
			apiVersion: "v1",
			kind: id.kind,
			metadata: {
				name: id.name,
				...id.namespace ? { namespace: id.namespace } : {}
			},
			[field]: data
		},
		document,
		path,
		by: "the configuration"
	};
}
function missingPlace() {
	throw new Error("a cluster without objects was built");
}
//#endregion
//#region src/build/root-sources.ts
/** The sources of a root's Kustomizations, among `resources`. */
function rootSources({ sourceFolder, assumesSource }, resources, { folders, isDefined }) {
	const ids = [];
	const assumed = /* @__PURE__ */ new Map();
	for (const kustomization of resources.filter(({ id }) => isKind(id, kinds.Kustomization))) {
		const id = sourceIdOf(kustomization, ["spec", "sourceRef"]);
		if (!id || isKind(id, kinds.ExternalArtifact)) continue;
		const inTree = [sourceFolder, clampInside(stringAt(kustomization.manifest, ["spec", "path"]) ?? "")].filter((part) => part !== "").join("/");
		const key = resourceKey(id);
		const isKnown = isDefined(id) || assumed.has(key);
		if (isKnown && assumesSource && !folders.has(inTree)) continue;
		for (const source of isKnown ? [] : assumeSource(kustomization, id)) assumed.set(key, source);
		ids.push(id);
	}
	return {
		ids,
		assumed: [...assumed.values()]
	};
}
function assumeSource(kustomization, id) {
	const { document, path } = kustomization.at(["spec", "sourceRef"]);
	return rootResource({
		manifest: {
			apiVersion: `${id.group}/v1`,
			kind: id.kind,
			metadata: {
				name: id.name,
				...id.namespace ? { namespace: id.namespace } : {}
			},
			spec: {}
		},
		document,
		path,
		by: "something outside Git"
	});
}
//#endregion
//#region src/build/build-cluster.ts
/** Rounds after which a repository that keeps yielding new Kustomizations is left alone. */
const maxRounds = 50;
/** How often a Kustomization is built that keeps changing itself. */
const maxRuns = 3;
/** Builds all that follows from a cluster's roots: a fixed point, as what a build yields may be built itself. */
async function buildCluster(world, root) {
	const state = new ClusterState(world, root);
	for (let round = 0; round < maxRounds; round++) if (!(await state.buildKustomizations() || await state.buildReleases())) break;
	return state.finish(await state.buildCharts());
}
var ClusterState = class {
	#world;
	#root;
	#inventory = new Inventory();
	#builds = /* @__PURE__ */ new Map();
	#runs = /* @__PURE__ */ new Map();
	#releases = /* @__PURE__ */ new Map();
	#fetched = new FetchedSources();
	#build;
	/** What controllers will make of the objects known so far. */
	#made;
	constructor(world, root) {
		this.#world = world;
		this.#root = root;
		const resources = root.objects.flatMap((object) => rootResource(object));
		for (const resource of resources) this.#inventory.addProvisional(resource);
		const { ids, assumed } = rootSources(root, resources, {
			folders: world.folders,
			isDefined: (id) => this.#inventory.find(id) !== void 0
		});
		for (const source of assumed) this.#inventory.addProvisional(source);
		const sources = {
			...world,
			roots: ids,
			folder: root.sourceFolder,
			find: (id) => this.#inventory.find(id),
			all: (kind) => this.#inventory.all(kind),
			fetched: (source) => this.#fetched.get(source)
		};
		this.#build = {
			...world,
			substitute: root.substitute ?? {},
			contentOf: (id) => sourceContent(sources, id),
			lookup: (id, server) => this.#lookup(id, server),
			all: (kind) => this.#inventory.all(kind)
		};
	}
	#lookup(id, server = "") {
		const found = this.#inventory.find(id, server);
		if (found) return found;
		const declared = this.#world.options.external.find((external) => isDeclared(external, id));
		if (declared?.data) return rootResource(declaredObject(id, declared.data, this.#anyDocument()))[0] ?? "unknown";
		if (declared || isProduced(this.#products(), id, server)) return "unknown";
	}
	#products() {
		const { resources } = this.#inventory;
		if (this.#made?.resources !== resources) this.#made = {
			resources,
			products: productsOf(resources)
		};
		return this.#made.products;
	}
	#anyDocument() {
		return this.#inventory.resources[0];
	}
	/** Builds every Kustomization whose variables are there; those that still lack some come last. */
	async buildKustomizations() {
		const chosen = this.#nextKustomizations();
		if (chosen.length === 0) return false;
		await this.#fetched.fetch(this.#build, this.#needed(chosen));
		const builds = await buildAll(this.#build, chosen, async (world, kustomization) => {
			const build = await buildKustomization(world, kustomization);
			this.#world.onUnit?.(describe(kustomization.id));
			return build;
		});
		for (const build of builds) {
			const key = keyOf(build.kustomization);
			this.#builds.set(key, build);
			this.#runs.set(key, (this.#runs.get(key) ?? 0) + 1);
			for (const resource of build.objects) this.#inventory.add(resource);
		}
		return true;
	}
	#needed(kustomizations) {
		return neededSources(kustomizations, this.#inventory.all(kinds.ArtifactGenerator));
	}
	/** One that a build has changed (patches on flux-system change itself) goes before what it applies. */
	#nextKustomizations() {
		const all = this.#inventory.all(kinds.Kustomization);
		const changed = all.filter((one) => this.#isChanged(one));
		if (changed.length > 0) return changed;
		const pending = all.filter((one) => !this.#builds.has(keyOf(one)));
		const ready = pending.filter((one) => substituteSources(one).every(({ id, optional }) => !optional && this.#lookup(id) !== void 0));
		return ready.length > 0 ? ready : pending;
	}
	#isChanged(kustomization) {
		const key = keyOf(kustomization);
		const built = this.#builds.get(key)?.kustomization;
		if (!built || built === kustomization || (this.#runs.get(key) ?? 0) >= maxRuns) return false;
		return JSON.stringify(built.manifest.spec) !== JSON.stringify(kustomization.manifest.spec);
	}
	async buildReleases() {
		const pending = this.#inventory.all(kinds.HelmRelease).filter((one) => !this.#releases.has(keyOf(one)));
		if (pending.length === 0) return false;
		const ready = pending.filter((one) => valuesReferences(one).every(({ id }) => this.#lookup(id) !== void 0));
		const chosen = ready.length > 0 ? ready : pending;
		await this.#fetched.fetch(this.#build, [...this.#needed([]), ...folderSources(this.#build, chosen)]);
		const apiVersions = [...new Set(this.#inventory.resources.map(({ apiVersion }) => apiVersion))].filter((version) => version.includes("/"));
		apiVersions.sort();
		const releases = await buildAll(this.#build, chosen, async (world, release) => {
			const build = await buildRelease(world, {
				release,
				apiVersions
			});
			this.#world.onUnit?.(describe(release.id));
			return build;
		});
		for (const build of releases) {
			this.#releases.set(keyOf(build.release), build);
			for (const resource of build.objects) this.#inventory.add(resource);
		}
		return true;
	}
	/** HelmCharts of their own come last: nothing waits for them. */
	async buildCharts() {
		const { all } = this.#build;
		const charts = unnamedCharts(all(kinds.HelmChart), all(kinds.HelmRelease));
		await this.#fetched.fetch(this.#build, folderSources(this.#build, charts));
		return await Promise.all(charts.map((chart) => buildChart(this.#build, chart)));
	}
	finish(charts) {
		const { options, written, target, outside } = this.#world;
		const inventory = this.#inventory;
		const builds = [...this.#builds.values()].sort(byKey(({ kustomization }) => kustomization));
		const releases = [...this.#releases.values()].sort(byKey(({ release }) => release));
		const { resources } = inventory;
		const find = (id, server) => inventory.find(id, server);
		const blindSpots = [...blindSpotsOf(builds, releases, inventory.all(kinds.ResourceSet), written), ...this.#root.partial ? [unknownCluster] : []];
		const references = clusterReferences({
			resources,
			find,
			external: options.external,
			blindSpots,
			outside,
			elsewhere: this.#root.partial ? written.all : []
		});
		return {
			name: this.#root.name,
			path: this.#root.path,
			target,
			resources,
			builds,
			releases,
			graph: createGraph(references),
			lockdown: lockdownOf(resources),
			charts,
			unfetched: this.#fetched.failures,
			blindSpots: blindSpots.map(({ reason }) => reason),
			find,
			all: (kind) => inventory.all(kind),
			buildOf: (kustomization) => this.#builds.get(keyOf(kustomization)),
			releaseOf: (release) => this.#releases.get(keyOf(release))
		};
	}
};
function keyOf({ id, server }) {
	return resourceKey(id, server);
}
function byKey(resourceOf) {
	return (a, b) => keyOf(resourceOf(a)) < keyOf(resourceOf(b)) ? -1 : 1;
}
//#endregion
//#region src/build/chart-mirror.ts
/** Reads the index of a mirror. Entries that name no file of the folder are left out. */
function parseMirrorIndex(bytes) {
	const decoded = decodeUtf8(bytes);
	if ("error" in decoded) return { error: decoded.error };
	const document = parseYaml(decoded.text).documents[0];
	const error = document?.errors[0];
	if (!document || error) return { error: error?.message ?? "it is empty" };
	const entries = valueAt(toJson(document), ["entries"]);
	if (!isObject(entries)) return { error: "it has no `entries`" };
	return new Map(Object.keys(entries).map((name) => [name, listAt(entries, [name]).flatMap((entry) => {
		const version = stringAt(entry, ["version"]);
		const file = stringAt(entry, ["urls", 0]);
		if (version === void 0 || file === void 0 || !/^[\w.+@-]+$/u.test(file)) return [];
		const created = stringAt(entry, ["created"]);
		return [{
			name,
			version,
			file,
			digest: stringAt(entry, ["digest"]),
			...created ? { created } : {}
		}];
	})]));
}
//#endregion
//#region src/build/load-mirrors.ts
/** Reads the indexes of the mirrors; one that cannot be read is said in the report, and the others still serve. */
async function loadMirrors(host, { mirrors, offline }) {
	const loaded = [];
	const skipped = [];
	for (const place of mirrors) {
		const remote = isAddress$1(place);
		const mirror = remote ? await remoteMirror(host.remote, place, offline) : await folderMirror(host, place);
		if ("error" in mirror) {
			const kind = remote && offline ? "chosen" : "incomplete";
			const shown = remote ? shownUrl(place) : place;
			skipped.push({
				path: shown,
				what: `the chart mirror ${shown}`,
				reason: mirror.error,
				kind
			});
		} else loaded.push(mirror);
	}
	return {
		mirrors: loaded,
		skipped
	};
}
async function folderMirror(host, folder) {
	const index = await host.files.read(folder, "index.yaml").catch(() => void 0);
	const charts = index ? await readIndex(index, host) : { error: "it has no index.yaml" };
	if ("error" in charts) return { error: String(charts.error) };
	return {
		place: folder,
		isFolder: true,
		entries: async (name) => charts.get(name) ?? [],
		read: ({ file }) => host.files.read(folder, file)
	};
}
async function remoteMirror(remote, url, offline) {
	const place = shownUrl(url);
	const opened = await remote?.mirror(url, offline);
	if (opened?.status !== "ok") return { error: opened?.reason ?? "nothing is fetched here" };
	return {
		place,
		isFolder: false,
		entries: async (name) => (await opened.entries(name)).map(({ url: file, digest, ...entry }) => ({
			...entry,
			name,
			file,
			digest
		})),
		read: async ({ name, file, version, digest }) => {
			const entry = {
				version,
				url: file,
				...digest === void 0 ? {} : { digest }
			};
			const found = await opened.read(name, entry);
			if (found.status !== "found") throw new Error(`${file} is not there`);
			return found.archive;
		}
	};
}
/** The entries of an index are remembered: a large one takes longer to parse than all else of a run without changes. */
async function readIndex(index, { cache, digest }) {
	const key = digest(index);
	const known = await cache.get("mirror", key);
	if (known) return new Map(JSON.parse(new TextDecoder().decode(known)));
	const charts = parseMirrorIndex(index);
	if (!("error" in charts)) {
		const entries = [...charts];
		await cache.put("mirror", key, new TextEncoder().encode(JSON.stringify(entries)));
	}
	return charts;
}
//#endregion
//#region src/build/release/expected-charts.ts
/**
* The charts of folder mirrors that files name, whether or not a build will lead to them: a guess, so that an engine
* can read them while the first builds keep it waiting.
*/
async function* expectedCharts(world) {
	const folders = {
		...world,
		mirrors: world.mirrors.filter(({ isFolder }) => isFolder)
	};
	if (folders.mirrors.length === 0) return;
	const given = /* @__PURE__ */ new Set();
	for (const [source, request] of chartsNamed(world.written.all)) {
		const found = await mirroredChart(folders, source, request);
		if (found.status !== "found" || given.has(found.chart.digest)) continue;
		given.add(found.chart.digest);
		yield found.chart;
	}
}
/** Sources and what is asked of them. Namespaces are often given by a build: names have to do. */
function* chartsNamed(written) {
	const repositories = new Map(written.flatMap((one) => isKind(one.id, kinds.HelmRepository) ? [[one.id.name, one]] : []));
	for (const one of written) {
		if (isKind(one.id, kinds.OCIRepository)) yield [one, {
			chart: "",
			version: ""
		}];
		if (!isKind(one.id, kinds.HelmRelease)) continue;
		const spec = valueAt(one.manifest, [
			"spec",
			"chart",
			"spec"
		]);
		const repository = repositories.get(stringAt(spec, ["sourceRef", "name"]) ?? "");
		const chart = stringAt(spec, ["chart"]);
		if (repository && chart !== void 0) yield [repository, {
			chart,
			version: stringAt(spec, ["version"]) ?? ""
		}];
	}
}
//#endregion
//#region src/build/cluster-skips.ts
/** What could not be looked at in a cluster, and why. */
function skipsOf(cluster) {
	const clusters = [cluster.name];
	const note = (at, what, reason, kind = "chosen") => ({
		at,
		what,
		reason,
		clusters,
		kind
	});
	const builds = cluster.builds.flatMap(({ kustomization, content, reason, failure }) => {
		const what = `building ${describe(kustomization.id)}`;
		const at = kustomization.at(["spec", "sourceRef"]);
		if (failure?.step === "limit") return [note(at, what, failure.message, "incomplete")];
		const incomplete = content.status === "elsewhere" && content.incomplete;
		return reason === void 0 ? [] : [note(at, what, reason, incomplete ? "incomplete" : "chosen")];
	});
	const releases = cluster.releases.flatMap(({ release, reason, incomplete, failure, schemaSkipped, schemaIncomplete }) => {
		const at = chartOf(release);
		const what = `rendering ${describe(release.id)}`;
		if (failure?.step === "limit") return [note(at, what, failure.message, "incomplete")];
		const values = `checking the values of ${describe(release.id)}`;
		return [...reason === void 0 ? [] : [note(at, what, reason, incomplete ? "incomplete" : "chosen")], ...schemaSkipped === void 0 ? [] : [note(at, values, schemaSkipped, schemaIncomplete ? "incomplete" : "chosen")]];
	});
	const resourceSets = cluster.all(kinds.ResourceSet).map((set) => note(set.at(["metadata", "name"]), `rendering ${describe(set.id)}`, "ResourceSets are not rendered yet"));
	const charts = cluster.charts.flatMap(({ chart, reason, incomplete }) => reason === void 0 ? [] : [note(chart.at(["spec", "chart"]), `fetching the chart of ${describe(chart.id)}`, reason, incomplete ? "incomplete" : "chosen")]);
	const signatures = unverified(cluster).map(({ at, id }) => note(at, `verifying ${describe(id)}`, "sluice does not check signatures"));
	const said = [
		...builds,
		...releases,
		...charts
	].filter(({ kind }) => kind === "incomplete");
	const unfetched = cluster.unfetched.filter(({ reason }) => !said.some((one) => one.reason === reason)).map(({ source, reason }) => note(source.at(["spec", "url"]), `fetching ${describe(source.id)}`, reason, "incomplete"));
	return [
		...builds,
		...releases,
		...unfetched,
		...resourceSets,
		...charts,
		...signatures
	];
}
function chartOf(release) {
	return release.at(["spec", "chartRef" in (release.manifest.spec ?? {}) ? "chartRef" : "chart"]);
}
/** Objects whose `verify` Flux would obey. */
function unverified(cluster) {
	const own = [
		kinds.GitRepository,
		kinds.OCIRepository,
		kinds.HelmChart
	].flatMap((kind) => cluster.all(kind).map((resource) => ({
		resource,
		path: ["spec", "verify"]
	})));
	const releases = cluster.all(kinds.HelmRelease).map((resource) => ({
		resource,
		path: [
			"spec",
			"chart",
			"spec",
			"verify"
		]
	}));
	return [...own, ...releases].filter(({ resource, path }) => valueAt(resource.manifest, path) !== void 0).map(({ resource, path }) => ({
		at: resource.at(path),
		id: resource.id
	}));
}
//#endregion
//#region src/build/workspace.ts
/** All that rules may look at; no object is judged by its schema yet. */
function workspaceOf(parts) {
	const { parsed, written, clusters, skipped, target } = parts;
	const { files, kustomizationFiles } = parsed;
	const byPath = new Map(files.map((file) => [file.source.path, file]));
	const readers = readersOf(parsed, clusters);
	const reached = new Set(clusters.flatMap((cluster) => cluster.resources.flatMap(({ origin }) => "document" in origin ? [origin.document] : [])));
	const isUnreached = ({ document }) => !reached.has(document);
	return {
		files,
		documents: files.flatMap(({ documents }) => documents),
		kustomizationFiles,
		links: parts.links,
		clusters,
		skipped: [...skipped, ...clusters.flatMap(skipsOf)],
		file: (path) => byPath.get(path),
		clustersOf: (path) => readers.get(path) ?? [],
		unreached: written.all.filter(isUnreached).flatMap(writtenResource),
		unreachedTarget: newestTarget(clusters) ?? target,
		verdictOf: () => ({ status: "unknown" }),
		violationsIn: () => []
	};
}
/** Nobody knows where a file belongs that nothing leads to: the newest of the clusters is the mildest guess. */
function newestTarget(clusters) {
	const order = ({ flux, kubernetes }) => numberOf(flux) * 1e6 + numberOf(kubernetes);
	const [newest] = clusters.map(({ target }) => target).toSorted((left, right) => order(right) - order(left));
	return newest;
}
/** `2.10` → 2010. */
function numberOf(version) {
	const [major = 0, minor = 0] = version.split(".").map(Number);
	return major * 1e3 + minor;
}
/** Which clusters' builds read a file, also where the build fails. */
function readersOf({ files, kustomizationFiles }, clusters) {
	const readers = /* @__PURE__ */ new Map();
	const index = byFolder(kustomizationFiles);
	const paths = files.map(({ source }) => source.path);
	for (const cluster of clusters) for (const path of new Set(cluster.builds.flatMap((build) => filesOf(build, paths, index)))) readers.set(path, [...readers.get(path) ?? [], cluster]);
	return readers;
}
function filesOf({ files, status, content, path }, paths, index) {
	if (status === "built" || content.status !== "here" || content.folder === void 0) return files;
	const folder = [content.folder, path].filter((part) => part !== "").join("/");
	const isInArtifact = (file) => content.files?.has(file) ?? true;
	return [...files, ...[...filesReached(folder, paths.filter(isInArtifact), index)]];
}
function writtenResource({ document, path: base, manifest }) {
	const resource = makeResource({
		manifest,
		origin: {
			via: "file",
			document,
			path: base
		},
		owner: void 0,
		server: "",
		uncertain: false,
		locate: (self, path, part, span) => ({
			document,
			path: [...base, ...path],
			part,
			...span ? { span } : {},
			resource: self,
			field: path
		})
	});
	return resource ? [resource] : [];
}
//#endregion
//#region src/fix/broken-builds.ts
/**
* Files that a Kustomization or HelmRelease reads which Flux could build before a change and cannot build after it: a fix
* in one of them did more than its finding says.
*/
function filesOfBrokenBuilds(before, after) {
	const clusters = new Map(before.clusters.map((cluster) => [cluster.name, cluster]));
	return new Set(after.clusters.flatMap((cluster) => {
		const previous = clusters.get(cluster.name);
		return previous ? [...brokenBuilds(previous, cluster), ...brokenReleases(previous, cluster)] : [];
	}));
}
function brokenBuilds(before, after) {
	const built = new Map(before.builds.flatMap((build) => build.status === "built" ? [[resourceKey(build.kustomization.id), build.files]] : []));
	return after.builds.flatMap(({ kustomization, status, files }) => {
		const previous = built.get(resourceKey(kustomization.id));
		return previous && status === "failed" ? [...previous, ...files] : [];
	});
}
function brokenReleases(before, after) {
	const rendered = new Set(before.releases.flatMap(({ release, status }) => status === "rendered" ? [resourceKey(release.id)] : []));
	return after.releases.flatMap(({ release: { id, origin }, status }) => status === "failed" && rendered.has(resourceKey(id)) && "document" in origin ? [origin.document.file.path] : []);
}
//#endregion
//#region src/fix/choose-fixes.ts
/** The fixes that do not get in each other's way, the first in reading order first; the others wait for the next round. */
function chooseFixes(findings, choice) {
	const taken = /* @__PURE__ */ new Map();
	const chosen = findings.filter((finding) => {
		const edits = Object.entries(finding.fix?.edits ?? {});
		if (edits.length === 0 || finding.suppressedBy || !choice.wants(finding)) return false;
		if (!edits.every(([path]) => choice.mayEdit(path))) return false;
		const files = edits.map(([path, own]) => ({
			own,
			taken: takenIn(taken, path, choice)
		}));
		if (!files.every((file) => file.taken?.accepts(file.own))) return false;
		for (const file of files) file.taken?.take(file.own);
		return true;
	});
	const texts = [...taken].flatMap(([path, edits]) => edits.isEmpty ? [] : [[path, edits.apply()]]);
	return {
		findings: chosen,
		texts: new Map(texts)
	};
}
function takenIn(taken, path, choice) {
	const known = taken.get(path);
	const source = known ? void 0 : choice.source(path);
	if (known || !source) return known;
	const edits = new TakenEdits(source);
	taken.set(path, edits);
	return edits;
}
/** The edits of one file that are already certain to be made. */
var TakenEdits = class {
	#source;
	#edits = [];
	#troubles;
	constructor(source) {
		this.#source = source;
	}
	get isEmpty() {
		return this.#edits.length === 0;
	}
	accepts(edits) {
		const more = this.#without(edits);
		return more.every((edit) => this.#edits.every((other) => this.#areApart(edit, other))) && (this.isEmpty || this.#isSound([...this.#edits, ...more]));
	}
	take(edits) {
		this.#edits.push(...this.#without(edits));
	}
	apply() {
		return applyEdits(this.#source.text, this.#edits);
	}
	#isSound(edits) {
		this.#troubles ??= troublesOf(this.#source.text);
		return troublesOf(applyEdits(this.#source.text, edits)) <= this.#troubles;
	}
	/** Two fixes may need the same edit: the object and its patch move together. */
	#without(edits) {
		const known = new Set(this.#edits.map((edit) => JSON.stringify(edit)));
		return edits.filter((edit) => !known.has(JSON.stringify(edit)));
	}
	#areApart(left, right) {
		const [first, second] = [this.#offsets(left), this.#offsets(right)].sort((one, other) => one.start - other.start || one.end - other.end);
		if (!first || !second) return true;
		if (first.start === second.start || first.end > second.start) return false;
		const between = this.#source.text.slice(first.end, second.start);
		return first.newText !== "" || second.newText !== "" || /^---/mu.test(between);
	}
	#offsets({ range, newText }) {
		const { lines } = this.#source;
		return {
			start: lines.offsetAt(range.start),
			end: lines.offsetAt(range.end),
			newText
		};
	}
};
function troublesOf(text) {
	return parseYaml(text).documents.reduce((sum, { errors, duplicateKeys }) => sum + errors.length + duplicateKeys.length, 0);
}
//#endregion
//#region src/fix/fix-rounds.ts
/** A fix may bring up what it has hidden, and waits while another is in its way; a few rounds are usual. */
const mostRounds = 25;
/**
* Makes fixes round by round until none is left: each round makes those that do not get in each other's way, and checks
* the repository anew. Where a build fails that did not fail before, the fixes in its files are taken back.
*/
async function fixInRounds(first, options) {
	const refused = /* @__PURE__ */ new Map();
	const passedOver = /* @__PURE__ */ new Set();
	const mayEdit = editPermission(first.workspace, refused, options);
	let current = {
		...first,
		fixed: [],
		texts: /* @__PURE__ */ new Map(),
		refused
	};
	for (let round = 0; round < mostRounds; round++) {
		const { workspace } = current;
		const chosen = chooseFixes(current.result.findings, {
			wants: (finding) => isWanted(finding, options) && !passedOver.has(finding.fingerprint),
			mayEdit,
			source: (path) => workspace.file(path)?.source
		});
		if (chosen.findings.length === 0) break;
		const texts = new Map([...current.texts, ...chosen.texts]);
		const next = await options.check(texts);
		const broken = filesOfBrokenBuilds(workspace, next.workspace);
		if (broken.size === 0) current = {
			...next,
			fixed: [...current.fixed, ...chosen.findings],
			texts,
			refused
		};
		else for (const { fingerprint } of culprits(chosen.findings, broken)) passedOver.add(fingerprint);
	}
	return current;
}
function isWanted({ fix }, { applicability }) {
	return fix !== void 0 && (fix.applicability === "safe" || applicability === "unsafe");
}
/** Asks once for each file; `disk` has the texts that are there now. */
function editPermission(disk, refused, { paths, within, refusal }) {
	const allowed = /* @__PURE__ */ new Set();
	return (path) => {
		if (allowed.has(path)) return true;
		const text = disk.file(path)?.source.text;
		if (text === void 0 || refused.has(path) || !isWanted$1(path, paths)) return false;
		if (within?.has(path) === false) return false;
		const reason = refusal(path, text);
		if (reason === void 0) allowed.add(path);
		else refused.set(path, reason);
		return reason === void 0;
	};
}
/** The fixes that may have broken a build: those in its files, or else all. */
function culprits(findings, broken) {
	const near = findings.filter(({ fix }) => Object.keys(fix?.edits ?? {}).some((path) => broken.has(path)));
	return near.length > 0 ? near : findings;
}
//#endregion
//#region src/load/overlaid-files.ts
const encoder = new TextEncoder();
/** The same files, with other texts for some of them, by path below `root`: what the repository would be after a change. */
function overlaidFiles(files, root, texts) {
	const overlaid = new Map([...texts].map(([path, text]) => [posix.join(root, path), text]));
	return {
		list: (folder) => files.list(folder),
		read: async (folder, path) => {
			const text = overlaid.get(posix.join(folder, path));
			return text === void 0 ? await files.read(folder, path) : encoder.encode(text);
		}
	};
}
//#endregion
//#region src/parse/parse-files.ts
/** Reads every YAML file; JSON only where a kustomization file names it. */
function parseFiles(loaded) {
	const charts = chartFolders(loaded);
	const unread = [];
	const parsed = /* @__PURE__ */ new Map();
	for (const file of loaded) {
		if (!isYaml(file.path)) continue;
		const result = parseFile(file, charts);
		if ("reason" in result) unread.push(result);
		else parsed.set(file.path, result);
	}
	const all = new Set(loaded.map(({ path }) => path));
	const kustomizationFiles = kustomizationFilesOf([...parsed.values()], all, submodulesOf(loaded));
	addJson(loaded, kustomizationFiles, parsed);
	return {
		files: withRoles([...parsed.values()], kustomizationFiles),
		kustomizationFiles,
		unread
	};
}
/** The extensions that Flux's generator picks up, and the third name of a kustomization file. */
function isYaml(path) {
	return path.endsWith(".yaml") || path.endsWith(".yml") || baseOf$1(path) === "Kustomization";
}
function chartFolders(loaded) {
	return loaded.filter(({ path }) => baseOf$1(path) === "Chart.yaml").map(({ path }) => folderOf(path));
}
/** The folders that `.gitmodules` names: git checks them out only when it is asked to. */
function submodulesOf(loaded) {
	const file = loaded.find(({ path }) => path === ".gitmodules");
	return [...(file ? new TextDecoder().decode(file.bytes) : "").matchAll(/^\s*path\s*=\s*(\S+)\s*$/gmu)].flatMap(([, path]) => path ?? []);
}
function parseFile({ path, bytes }, charts) {
	const decoded = decodeUtf8(bytes);
	if ("error" in decoded) return {
		path,
		reason: decoded.error
	};
	const source = sourceFile(path, decoded.text);
	if (isChartTemplate(path, charts)) return {
		source,
		role: "template",
		documents: []
	};
	const documents = documentsOf(source, parseYaml(source.text));
	return {
		source,
		role: roleByItself(source, documents, charts),
		documents
	};
}
function sourceFile(path, text) {
	let lines;
	return {
		path,
		text,
		get lines() {
			lines ??= createLineIndex(text);
			return lines;
		}
	};
}
function isChartTemplate(path, charts) {
	return charts.some((folder) => isInside(path, folder === "" ? "templates" : `${folder}/templates`));
}
function roleByItself({ path, text }, documents, charts) {
	if (isKustomizationFileName(baseOf$1(path))) return isComponent(documents) ? "component" : "kustomization";
	if (charts.some((folder) => isInside(path, folder) && isChartOwn(path, folder))) return "chart";
	if (documents.some(isManifest)) return "manifest";
	return documents.some(({ syntaxErrors }) => syntaxErrors.length > 0) ? roleByText(text) : "other";
}
/** A file that does not parse: text of a template language is no YAML yet, and what names a kind is meant as an object. */
function roleByText(text) {
	if (/\{\{|\{%|<%|<<[^:]/u.test(text)) return "template";
	return /^apiVersion:/mu.test(text) && /^kind:/mu.test(text) ? "manifest" : "other";
}
function isChartOwn(path, chart) {
	return folderOf(path) === chart || isInside(path, `${chart}/charts`) || isInside(path, `${chart}/ci`);
}
function isComponent(documents) {
	return documents.some(({ content }) => isObject(content) && content.kind === "Component");
}
function isManifest({ content }) {
	return isObject(content) && typeof content.apiVersion === "string" && typeof content.kind === "string";
}
function addJson(loaded, kustomizationFiles, parsed) {
	const named = new Set(kustomizationFiles.flatMap(({ entries }) => entries.map(({ target }) => target)));
	for (const file of loaded) {
		if (!file.path.endsWith(".json") || !named.has(file.path)) continue;
		const result = parseFile(file, []);
		if (!("reason" in result)) parsed.set(file.path, result);
	}
}
/** A file that a kustomization names as a patch or as data is no manifest, whatever it looks like. */
function withRoles(files, kustomizationFiles) {
	const roles = /* @__PURE__ */ new Map();
	const resources = /* @__PURE__ */ new Set();
	for (const { field, target } of kustomizationFiles.flatMap(({ entries }) => entries)) {
		if (target === void 0) continue;
		if (field === "resources") resources.add(target);
		else if (field === "patches") roles.set(target, "patch");
		else if (field !== "components") roles.set(target, "values");
	}
	return files.map((file) => {
		const role = roles.get(file.source.path);
		return role === void 0 || resources.has(file.source.path) || file.role === "kustomization" || file.role === "component" ? file : {
			...file,
			role
		};
	});
}
//#endregion
//#region src/resolve/cluster-root.ts
/** Words that name a place in a repository rather than a cluster. */
const genericNames = new Set([
	"base",
	"bootstrap",
	"cluster",
	"config",
	"deploy",
	"flux",
	"flux-system",
	"kube",
	"kubernetes",
	"overlays",
	"system"
]);
/** `clusters/production` → `production`; `kubernetes/flux/cluster` → `kubernetes`. */
function clusterName(path) {
	const steps = path.split("/").filter((step) => step !== "" && step !== ".");
	return [...steps].reverse().find((step) => !genericNames.has(step)) ?? steps[0] ?? "cluster";
}
/** Names are unique: clusters that would share one are called by their paths. */
function withUniqueNames(roots) {
	const count = (name) => roots.filter((root) => root.name === name).length;
	return roots.map((root) => count(root.name) > 1 ? {
		...root,
		name: root.path || root.name
	} : root);
}
/** Folders that hold what nobody deploys from where it stands. */
const dormantPath = /(?:^|\/)(?:\.[^/]+|_?archived?|deprecated|disabled|examples?|samples?|templates?|tests?|docs?)(?:\/|$)/iu;
//#endregion
//#region src/resolve/implied-sync.ts
/** `spec.sync` of a FluxInstance; undefined when it syncs nothing. Defaults as in `flux-semantics.md` 8.2. */
function syncOf(spec, namespace = "flux-system") {
	const { sync } = spec;
	if (!isObject(sync)) return void 0;
	const kind = stringAt(sync, ["kind"]);
	return {
		kind: kind === "OCIRepository" || kind === "Bucket" ? kind : "GitRepository",
		url: stringAt(sync, ["url"]) ?? "",
		ref: stringAt(sync, ["ref"]) ?? "",
		path: clampInside(stringAt(sync, ["path"]) ?? ""),
		name: stringAt(sync, ["name"]) ?? namespace,
		namespace
	};
}
/** The source and the Kustomization that flux-operator or `flux bootstrap` makes of it. */
function impliedSync(sync) {
	const metadata = {
		name: sync.name,
		namespace: sync.namespace
	};
	return [{
		apiVersion: "source.toolkit.fluxcd.io/v1",
		kind: sync.kind,
		metadata,
		spec: sourceSpec(sync)
	}, {
		apiVersion: "kustomize.toolkit.fluxcd.io/v1",
		kind: "Kustomization",
		metadata,
		spec: {
			interval: "10m0s",
			path: sync.path,
			prune: true,
			sourceRef: {
				kind: sync.kind,
				name: sync.name
			}
		}
	}];
}
function sourceSpec({ kind, url, ref }) {
	const interval = "1m";
	if (kind === "Bucket") return {
		interval,
		endpoint: url,
		bucketName: ref
	};
	if (kind === "OCIRepository") return {
		interval,
		url,
		ref: { tag: ref }
	};
	return ref === "" ? {
		interval,
		url
	} : {
		interval,
		url,
		ref: { name: ref }
	};
}
//#endregion
//#region src/resolve/flux-version.ts
/** The Flux minors that sluice knows, oldest first. */
const fluxMinors = knownMinors.map((minor) => `2.${minor}`);
/** The newest Kubernetes minor that sluice knows. */
const newestKubernetes = "1.36";
/** The header that `flux install --export` writes into gotk-components.yaml. */
function fluxVersionIn(files) {
	const components = files.find(({ source }) => baseOf$1(source.path) === "gotk-components.yaml");
	const text = components && /^# Flux [Vv]ersion: v?(\d+\.\d+\.\d+\S*)/mu.exec(components.source.text)?.[1];
	return components && text ? {
		text,
		from: components.source.path
	} : void 0;
}
/** The minors that a cluster runs, by the flags, by what its files say, else the newest known. */
function targetOf$1(found, flags) {
	const strict = flags.strictSubstitute;
	const given = {
		kubernetes: minorOf$1(flags.kubernetes ?? newestKubernetes),
		...strict === void 0 ? {} : { strictSubstitution: strict }
	};
	if (flags.flux) return {
		flux: minorOf$1(flags.flux),
		...given
	};
	const flux = found && resolveFlux(found.text);
	return flux && found ? {
		flux,
		fluxFrom: found.from,
		...given
	} : {
		flux: fluxMinors.at(-1) ?? "2.9",
		fluxAssumed: true,
		...given
	};
}
/** `v2.9.4` → `2.9`. */
function minorOf$1(text) {
	return /^v?(\d+\.\d+)/u.exec(text)?.[1] ?? text;
}
/** A version's minor, or the newest known minor that a constraint (`2.x`) allows. */
function resolveFlux(text) {
	if (parseVersion(text) && /^v?\d+\.\d+\.\d+/u.test(text)) return minorOf$1(text);
	const constraint = parseConstraint(text);
	if ("error" in constraint) return void 0;
	return [...fluxMinors].reverse().find((minor) => {
		return [`${minor}.0`, `${minor}.99`].map((version) => parseVersion(version)).some((version) => version !== void 0 && satisfies(version, constraint));
	});
}
//#endregion
//#region src/resolve/repository.ts
/** A folder and those above it, the root left out. */
function ancestorsOf(folder) {
	const ancestors = [];
	for (let current = folder; current !== ""; current = folderOf(current)) ancestors.push(current);
	return ancestors;
}
/** The Flux version that a folder's gotk-components.yaml states. */
function versionNear(repository, folder) {
	return versionIn(repository.files.filter(({ source }) => isInside(source.path, folder)));
}
/** The Flux version that one of some files states. */
function versionIn(files) {
	const version = fluxVersionIn(files);
	return version ? { fluxVersion: version } : {};
}
//#endregion
//#region src/resolve/instance-roots.ts
/** Every FluxInstance, written as such or as values of the `flux-instance` chart. */
function instanceRoots(repository, folders) {
	return repository.written.all.flatMap((object) => {
		const spec = instanceSpecOf(object);
		const sync = spec && syncOf(spec.manifest, object.id.namespace);
		if (!spec || !sync) return [];
		const file = object.document.file.path;
		const sourceFolder = instanceFolder(file, sync.path, folders);
		if (sourceFolder === void 0) return [];
		const path = [sourceFolder, sync.path].filter((part) => part !== "").join("/");
		const place = {
			document: object.document,
			path: spec.path,
			by: `${object.id.kind} ${object.id.name}`
		};
		const version = stringAt(spec.manifest, ["distribution", "version"]);
		const objects = impliedSync(sync).map((manifest) => ({
			manifest,
			...place
		}));
		return [{
			name: clusterName(path),
			path,
			sourceFolder,
			objects,
			assumesSource: false,
			...version === void 0 ? versionNear(repository, path) : { fluxVersion: {
				text: version,
				from: file
			} }
		}];
	});
}
function instanceSpecOf(object) {
	const at = (path) => {
		let value = object.manifest;
		for (const step of path) value = isObject(value) ? value[step] : void 0;
		return isObject(value) ? {
			manifest: value,
			path: [...object.path, ...path]
		} : void 0;
	};
	if (isKind(object.id, kinds.FluxInstance)) return at(["spec"]);
	if (isKind(object.id, kinds.HelmRelease) && usesInstanceChart(object)) return at([
		"spec",
		"values",
		"instance"
	]);
}
function usesInstanceChart({ manifest }) {
	return [[
		"spec",
		"chartRef",
		"name"
	], [
		"spec",
		"chart",
		"spec",
		"chart"
	]].some((path) => stringAt(manifest, path) === "flux-instance");
}
/** Where the synced path exists: from the checked root, or from a folder that holds the FluxInstance. */
function instanceFolder(file, path, folders) {
	if (folders.has(path)) return "";
	return ancestorsOf(folderOf(file)).find((ancestor) => folders.has(`${ancestor}/${path}`));
}
//#endregion
//#region src/resolve/self-managed-roots.ts
/**
* A Kustomization that applies its own definition, and that of its source: a cluster that was bootstrapped by hand. A path
* with variables (`clusters/${ENVIRONMENT}/${CLUSTER}`) stands for every folder that it fits and that applies it.
*/
function selfManagedRoots(repository, folders) {
	const index = byFolder(repository.kustomizationFiles);
	return repository.written.all.flatMap((object) => {
		const { id, document, manifest } = object;
		if (!isKind(id, kinds.Kustomization) || baseOf$1(document.file.path) === "gotk-sync.yaml") return [];
		const path = clampInside(stringAt(manifest, ["spec", "path"]) ?? "");
		const applying = [...folders].filter((folder) => folder !== "" && fits(path, folder)).map((folder) => ({
			folder,
			reached: filesReached(folder, repository.paths, index)
		})).filter(({ reached }) => reached.has(document.file.path));
		return applying.filter(({ folder }) => !applying.some((other) => other.folder !== folder && leadsTo(other.reached, folder, index))).flatMap(({ folder, reached }) => selfManagedRoot(repository, object, folder, reached));
	});
}
/** Whether a folder is what a path becomes for some value of each variable. */
function fits(path, folder) {
	if (!path.includes("${")) return path === folder;
	const steps = folder.split("/");
	const pattern = path.split("/");
	return pattern.length === steps.length && pattern.every((step, index) => step.includes("${") || step === steps[index]);
}
function leadsTo(reached, folder, index) {
	const file = index.get(folder);
	return file !== void 0 && reached.has(file.path);
}
function selfManagedRoot(repository, object, folder, reached) {
	const source = stringAt(object.manifest, [
		"spec",
		"sourceRef",
		"name"
	]);
	const sources = repository.written.all.filter(({ id, document }) => id.group === kinds.GitRepository.group && id.name === source && reached.has(document.file.path));
	if (sources.length === 0) return [];
	const spec = isObject(object.manifest.spec) ? object.manifest.spec : {};
	const root = {
		...object,
		manifest: {
			...object.manifest,
			spec: {
				...spec,
				path: folder
			}
		}
	};
	return [{
		name: clusterName(folder),
		path: folder,
		sourceFolder: "",
		objects: [root, ...sources].map((written) => ({ written })),
		assumesSource: false,
		...versionIn(repository.files.filter(({ source: file }) => reached.has(file.path)))
	}];
}
//#endregion
//#region src/resolve/discover-roots.ts
/**
* The clusters that a repository declares: `flux bootstrap`'s layout, FluxInstances, or what the user has configured
* (`flux-semantics.md` 9.1, 1 to 3).
*/
function discoverRoots(repository, options) {
	const declared = declaredRoots(repository);
	return options.clusters ? configuredRoots(repository, options.clusters, declared) : declared;
}
function declaredRoots(repository) {
	const folders = foldersOf(repository.paths);
	const roots = [
		...bootstrapRoots(repository, folders),
		...instanceRoots(repository, folders),
		...selfManagedRoots(repository, folders)
	];
	return withUniqueNames([...new Map([...roots].reverse().map((root) => [root.path, root])).values()].sort((a, b) => a.path < b.path ? -1 : 1));
}
/** Bootstrap writes `<path>/flux-system/gotk-sync.yaml`, which points at `<path>`; a stripped one may be empty. */
function bootstrapRoots(repository, folders) {
	return repository.files.filter(({ source }) => baseOf$1(source.path) === "gotk-sync.yaml").flatMap((file) => {
		const objects = repository.written.all.filter(({ document }) => document.file === file.source);
		const kustomization = objects.find(({ id }) => isKind(id, kinds.Kustomization));
		const folder = folderOf(folderOf(file.source.path));
		if (!kustomization) return emptySyncRoot(repository, file, folder);
		const path = clampInside(stringAt(kustomization.manifest, ["spec", "path"]) ?? "");
		const sourceFolder = sourceFolderOf(folder, path, folders);
		if (!folders.has([sourceFolder, path].filter((part) => part !== "").join("/")) && dormantPath.test(file.source.path)) return [];
		return [{
			name: clusterName(folder),
			path: folder,
			sourceFolder,
			objects: objects.map((written) => ({ written })),
			assumesSource: !objects.some(({ id }) => id.group === kinds.GitRepository.group),
			...versionNear(repository, folder)
		}];
	});
}
function emptySyncRoot(repository, file, folder) {
	const document = file.documents[0];
	if (!document) return [];
	const sync = {
		kind: "GitRepository",
		path: folder,
		url: "",
		ref: "",
		name: "flux-system",
		namespace: "flux-system"
	};
	const place = {
		document,
		path: [],
		by: "flux bootstrap"
	};
	return [{
		name: clusterName(folder),
		path: folder,
		sourceFolder: "",
		objects: impliedSync(sync).map((manifest) => ({
			manifest,
			...place
		})),
		assumesSource: true,
		...versionNear(repository, folder)
	}];
}
/**
* The folder that the artifact stands for: `repos/fleet` when `repos/fleet/clusters/a/flux-system/gotk-sync.yaml` syncs
* `./clusters/a`, as in a checkout that holds several repositories.
*/
function sourceFolderOf(folder, path, folders) {
	if (folder === path || path === "") return path === "" ? folder : "";
	if (folder.endsWith(`/${path}`)) return folder.slice(0, -path.length - 1);
	if (folders.has(path)) return "";
	return ancestorsOf(folder).find((ancestor) => folders.has(`${ancestor}/${path}`)) ?? "";
}
function configuredRoots(repository, clusters, declared) {
	return Object.entries(clusters).flatMap(([name, { path, substitute }]) => {
		const folder = clampInside(path);
		const base = declared.find((root) => root.path === folder) ?? impliedRoot(repository, folder);
		return base ? [{
			...base,
			name,
			...substitute ? { substitute } : {}
		}] : [];
	});
}
/** A folder that is synced by something that the repository does not hold; undefined where it has no YAML. */
function impliedRoot(repository, folder) {
	const document = repository.files.filter(({ source }) => isInside(source.path, folder)).find(({ documents }) => documents.length > 0)?.documents[0];
	if (!document) return void 0;
	const sync = {
		kind: "GitRepository",
		path: folder,
		url: "",
		ref: "",
		name: "flux-system",
		namespace: "flux-system"
	};
	return {
		name: clusterName(folder),
		path: folder,
		sourceFolder: "",
		objects: impliedSync(sync).map((manifest) => ({
			manifest,
			document,
			path: [],
			by: "what syncs this folder"
		})),
		assumesSource: true,
		...versionNear(repository, folder)
	};
}
//#endregion
//#region src/resolve/discover-orphans.ts
/**
* The clusters of a repository that declares none: Kustomizations that no other Kustomization applies, else folders
* called `clusters/<name>` (`flux-semantics.md` 9.1, 4). None at all where there are only bases.
*/
function discoverOrphans(repository) {
	const index = byFolder(repository.kustomizationFiles);
	const orphans = orphanKustomizations(repository, index);
	if (orphans.length === 0) return conventionalRoots(repository);
	const groups = /* @__PURE__ */ new Map();
	for (const orphan of orphans) {
		const folder = topFolder(folderOf(orphan.document.file.path), index, repository.paths);
		groups.set(folder, [...groups.get(folder) ?? [], orphan]);
	}
	return withUniqueNames([...groups].map(([folder, objects]) => orphanRoot(repository, folder, objects, index)));
}
function orphanKustomizations(repository, index) {
	const all = repository.written.all.filter(({ id, document, manifest }) => isKind(id, kinds.Kustomization) && !dormantPath.test(document.file.path) && stringAt(manifest, [
		"spec",
		"sourceRef",
		"name"
	]) !== void 0);
	const folders = foldersOf(repository.paths);
	const claimed = /* @__PURE__ */ new Set();
	for (const { manifest, document } of all) {
		const path = clampInside(stringAt(manifest, ["spec", "path"]) ?? "");
		if (path === "" || !folders.has(path)) continue;
		const reached = filesReached(path, repository.paths, index);
		if (reached.has(document.file.path)) continue;
		for (const file of reached) claimed.add(file);
	}
	return all.filter(({ document }) => !claimed.has(document.file.path));
}
/** The outermost folder whose kustomization file leads here, so that its patches are applied. */
function topFolder(folder, index, paths) {
	let top = folder;
	for (let current = folder; current !== "";) {
		current = folderOf(current);
		const file = index.get(current);
		if (file && !file.component && filesReached(current, paths, index).has(index.get(top)?.path ?? "")) top = current;
	}
	return top;
}
function orphanRoot(repository, folder, orphans, index) {
	if (index.has(folder)) {
		const root = impliedRoot(repository, folder);
		if (root) return {
			...root,
			partial: true
		};
	}
	const files = new Set(orphans.map(({ document }) => document.file));
	const version = fluxVersionIn(repository.files.filter(({ source }) => isInside(source.path, folder)));
	return {
		name: clusterName(folder),
		path: folder,
		sourceFolder: sourceFolderFor(repository, orphans),
		objects: repository.written.all.filter(({ document }) => files.has(document.file)).map((written) => ({ written })),
		assumesSource: true,
		partial: true,
		...version ? { fluxVersion: version } : {}
	};
}
/** The folder from which the paths of these Kustomizations exist. */
function sourceFolderFor(repository, orphans) {
	const folders = foldersOf(repository.paths);
	for (const { document, manifest } of orphans) {
		const path = clampInside(stringAt(manifest, ["spec", "path"]) ?? "");
		if (path === "" || folders.has(path)) continue;
		for (let current = folderOf(document.file.path); current !== ""; current = folderOf(current)) if (folders.has(`${current}/${path}`)) return current;
	}
	return "";
}
/** `clusters/<name>` with Flux objects in it: what the tutorials write before anybody runs `flux bootstrap`. */
function conventionalRoots(repository) {
	const folders = /* @__PURE__ */ new Set();
	for (const { id, document } of repository.written.all) {
		const folder = /^(?:.*\/)?clusters\/[^/]+(?=\/)/u.exec(document.file.path)?.[0];
		if (folder !== void 0 && id.group.endsWith(".toolkit.fluxcd.io") && !dormantPath.test(document.file.path)) folders.add(folder);
	}
	return withUniqueNames([...folders].sort().map((folder) => impliedRoot(repository, folder)).filter((root) => root !== void 0));
}
//#endregion
//#region src/resolve/installed-flux.ts
/**
* A root with the version of the release that its cluster installs Flux from, where no gotk-components.yaml and no
* FluxInstance states one. Read from the files, since the build itself depends on the version.
*/
function withInstalledFlux(repository, root) {
	if (root.fluxVersion) return root;
	for (const object of clusterObjects(repository, root)) {
		const fluxVersion = releaseOf(object);
		if (fluxVersion) return {
			...root,
			fluxVersion
		};
	}
	return root;
}
/** `https://github.com/fluxcd/flux2` or `oci://ghcr.io/fluxcd/flux-manifests`, with a tag or a range of versions. */
function releaseOf({ manifest, document }) {
	const url = stringAt(manifest, ["spec", "url"]) ?? "";
	if (!/(?:\/fluxcd\/flux2(?:\.git)?|\/flux-manifests)\/?$/u.test(url)) return void 0;
	const text = /^v?\d+\.\d+\.\d+/u.exec(stringAt(manifest, [
		"spec",
		"ref",
		"tag"
	]) ?? "")?.[0] ?? stringAt(manifest, [
		"spec",
		"ref",
		"semver"
	]);
	return text === void 0 ? void 0 : {
		text,
		from: document.file.path
	};
}
/** What the files say that a cluster applies: those of its folder, and of the paths that its Kustomizations name. */
function clusterObjects({ files, paths, kustomizationFiles }, { path, sourceFolder, objects }) {
	const index = byFolder(kustomizationFiles);
	const byPath = new Map(files.map((file) => [file.source.path, file]));
	const inFolder = (own) => [sourceFolder, own].filter((part) => part).join("/");
	const found = new Set(objects.flatMap((object) => "written" in object ? object.written : []));
	const folders = new Set([path]);
	const visited = /* @__PURE__ */ new Set();
	for (const folder of folders) for (const file of filesReached(folder, paths, index)) {
		if (visited.has(file)) continue;
		visited.add(file);
		for (const object of byPath.get(file)?.documents.flatMap(writtenObjects) ?? []) {
			found.add(object);
			const own = isKind(object.id, kinds.Kustomization) ? pathOf(object) : "";
			if (own !== "") folders.add(inFolder(own));
		}
	}
	return [...found];
}
function pathOf({ manifest }) {
	return clampInside(stringAt(manifest, ["spec", "path"]) ?? "");
}
//#endregion
//#region src/resolve/objects-outside.ts
/** Objects of files that no Kustomization leads to: what bootstrap scripts and people apply by hand. */
function objectsOutside({ written, paths, kustomizationFiles }, roots) {
	const index = byFolder(kustomizationFiles);
	const folders = new Set(roots.map(({ path }) => path));
	const sourceFolders = new Set(["", ...roots.map(({ sourceFolder }) => sourceFolder)]);
	for (const { id, manifest } of written.all) {
		if (!isKind(id, kinds.Kustomization)) continue;
		const path = clampInside(stringAt(manifest, ["spec", "path"]) ?? "");
		if (path === "") continue;
		for (const folder of sourceFolders) folders.add(folder === "" ? path : `${folder}/${path}`);
	}
	const reached = new Set([...folders].flatMap((folder) => [...filesReached(folder, paths, index)]));
	return written.all.filter(({ document }) => !reached.has(document.file.path));
}
//#endregion
//#region src/schema/crd-versions.ts
/** The versions that an `apiextensions.k8s.io/v1` definition serves; none for one that does not say what it defines. */
function crdVersions(definition) {
	const group = stringAt(definition, ["spec", "group"]);
	const kind = stringAt(definition, [
		"spec",
		"names",
		"kind"
	]);
	if (group === void 0 || kind === void 0) return [];
	return listAt(definition, ["spec", "versions"]).flatMap((entry) => {
		const version = stringAt(entry, ["name"]);
		const schema = valueAt(entry, ["schema", "openAPIV3Schema"]);
		if (version === void 0 || valueAt(entry, ["served"]) !== true || !isObject(schema)) return [];
		return [{
			group,
			kind,
			version,
			deprecated: valueAt(entry, ["deprecated"]) === true,
			schema
		}];
	});
}
//#endregion
//#region src/schema/custom-schemas.ts
const definitionKind = {
	group: "apiextensions.k8s.io",
	kind: "CustomResourceDefinition"
};
/** What the CustomResourceDefinitions among `resources` say of their own kinds. Several may define the same one. */
function customSchemas(resources) {
	const schemas = /* @__PURE__ */ new Map();
	const kinds = /* @__PURE__ */ new Set();
	for (const { manifest } of resources.filter(({ id }) => isKind(id, definitionKind))) for (const { group, kind, version, schema } of crdVersions(manifest)) {
		const key = `${group}/${kind}/${version}`;
		kinds.add(`${group}/${kind}`);
		const defined = {
			schema: wholeObject(schema),
			structural: schema
		};
		schemas.set(key, [...schemas.get(key) ?? [], defined]);
	}
	return ({ group, kind }, version) => {
		return schemas.get(`${group}/${kind}/${version}`) ?? (kinds.has(`${group}/${kind}`) ? "unserved" : []);
	};
}
/** A definition need not declare what every object has; what is written into `status` is ignored. */
function wholeObject(schema) {
	const structural = schema;
	if (!structural.properties) return structural;
	const text = { type: "string" };
	return {
		...structural,
		properties: {
			apiVersion: text,
			kind: text,
			metadata: { type: "object" },
			...structural.properties,
			status: {}
		}
	};
}
//#endregion
//#region src/schema/flux-schemas.ts
/** The schema by which a cluster with that Flux (`2.9`) judges an object. */
function fluxSchemaOf({ group, kind }, version, flux) {
	const minor = minorOf(flux);
	const versions = versionsOf({
		group,
		kind
	});
	if (minor === void 0 || versions.length === 0) return { status: "unknown" };
	const served = versions.find((one) => one.version === version && isServed(one, minor));
	const file = served && fileFor(served, minor);
	return file === void 0 ? { status: "unserved" } : {
		status: "found",
		file
	};
}
/** Every schema of a kind, in any version and for any minor. */
function schemasOfKind(kind) {
	return versionsOf(kind).flatMap((version) => knownMinors.filter((minor) => isServed(version, minor)).map((minor) => ({
		version,
		minor,
		file: fileFor(version, minor) ?? ""
	})));
}
/** The minor of `2.9`; undefined for a Flux that sluice does not know. */
function minorOf(flux) {
	const minor = Number(/^2\.(\d+)$/u.exec(flux)?.[1] ?? NaN);
	return knownMinors.includes(minor) ? minor : void 0;
}
function versionsOf({ group, kind }) {
	return fluxVersions.filter((version) => version.group === group && version.kind === kind);
}
function isServed({ first, last, operator }, minor) {
	return operator === true || first <= minor && minor <= last;
}
function fileFor({ schemas }, minor) {
	return schemas.findLast(([since]) => since <= minor)?.[1];
}
//#endregion
//#region src/schema/schema-at.ts
/** The schema of the field at `path`; undefined where the schema does not declare it. */
function schemaAt(schema, path) {
	let current = schema;
	for (const step of path) current = current && below(current, step);
	return current;
}
function below(schema, step) {
	if (typeof step === "number") return schema.items;
	const { properties, additionalProperties } = schema;
	if (properties && Object.hasOwn(properties, step)) return properties[step];
	return typeof additionalProperties === "object" ? additionalProperties : void 0;
}
//#endregion
//#region src/schema/field-ages.ts
/** A violation of a Flux object; for a field that is unknown here, with the versions that know it. */
function withAges(violation, kind, fluxSchema) {
	const { path, problem } = violation;
	if (problem.kind !== "unknown") return violation;
	const elsewhere = agesOf(path, kind, fluxSchema);
	return elsewhere.length === 0 ? violation : {
		path,
		problem: {
			...problem,
			elsewhere
		}
	};
}
function agesOf(path, kind, fluxSchema) {
	const ages = /* @__PURE__ */ new Map();
	for (const { version, minor, file } of schemasOfKind(kind)) {
		if (!schemaAt(fluxSchema(file), path)) continue;
		const first = ages.get(version.version)?.first ?? minor;
		ages.set(version.version, {
			version: version.version,
			first,
			last: minor
		});
	}
	return [...ages.values()];
}
//#endregion
//#region src/schema/ajv-violations.ts
/** All that a compiled validator says against `value`; `schema` is what it was compiled from. */
function ajvViolations(value, validate, schema) {
	if (validate(value)) return [];
	const violations = (validate.errors ?? []).map((error) => violationOf(error, value, schema));
	const mistyped = new Set(violations.filter(({ problem }) => problem.kind === "type").map(({ path }) => JSON.stringify(path)));
	return violations.filter(({ path, problem }) => problem.kind === "type" || !mistyped.has(JSON.stringify(path)));
}
function violationOf(error, value, schema) {
	const path = fieldPath(error.instancePath, value);
	const { keyword, params } = error;
	const named = params.additionalProperty ?? params.missingProperty;
	if (typeof named !== "string") return {
		path,
		problem: problemOf$1(keyword, params)
	};
	if (keyword === "required") return {
		path: [...path, named],
		problem: { kind: "missing" }
	};
	const declared = Object.keys(schemaAt(schema(), path)?.properties ?? {});
	return {
		path: [...path, named],
		problem: {
			kind: "unknown",
			declared
		}
	};
}
/** What ajv says in `params` is described on https://ajv.js.org/api.html#error-parameters. */
function problemOf$1(keyword, params) {
	switch (keyword) {
		case "type": return {
			kind: "type",
			expected: [params.type].flat().map(String)
		};
		case "enum": return {
			kind: "enum",
			allowed: params.allowedValues
		};
		case "pattern": return {
			kind: "pattern",
			pattern: String(params.pattern)
		};
		case "minLength":
		case "maxLength":
		case "minItems":
		case "maxItems":
		case "minProperties":
		case "maxProperties":
		case "minimum":
		case "maximum": return {
			kind: "bound",
			bound: bound(keyword, Number(params.limit))
		};
		default: return {
			kind: "combination",
			keyword
		};
	}
}
function bound(keyword, limit) {
	return {
		keyword,
		limit
	};
}
/** A JSON pointer as a field path: a step into a list is a number. */
function fieldPath(pointer, value) {
	const path = [];
	let current = value;
	for (const part of pointer.split("/").slice(1)) {
		const name = part.replaceAll("~1", "/").replaceAll("~0", "~");
		const step = Array.isArray(current) ? Number(name) : name;
		path.push(step);
		current = current?.[step];
	}
	return path;
}
//#endregion
//#region src/schema/check-combinations.ts
/** Whether a schema has anything of what {@link combinationProblems} looks at: few have. */
function hasCombinations({ allOf, anyOf, oneOf, not, uniqueItems }) {
	return Boolean(allOf ?? anyOf ?? oneOf ?? not ?? uniqueItems);
}
/** What `allOf`, `anyOf`, `oneOf`, `not` and `uniqueItems` say against a value; `fits` tells whether it has what a branch asks for. */
function combinationProblems(value, schema, fits) {
	const problems = [];
	const refuse = (keyword) => {
		problems.push({
			kind: "combination",
			keyword
		});
	};
	if (schema.allOf && !schema.allOf.every(fits)) refuse("allOf");
	if (schema.anyOf && !schema.anyOf.some(fits)) refuse("anyOf");
	if (schema.oneOf && schema.oneOf.filter(fits).length !== 1) refuse("oneOf");
	if (schema.not && fits(schema.not)) refuse("not");
	if (schema.uniqueItems && isList(value) && hasTwins(value)) refuse("uniqueItems");
	return problems;
}
function hasTwins(list) {
	return new Set(list.map((element) => JSON.stringify(element))).size < list.length;
}
//#endregion
//#region src/schema/check-scalar.ts
/** What a schema says against a value itself, not against its fields. A value of the wrong type has no other problem. */
function scalarProblems(value, schema) {
	if (!isOfExpectedType(value, schema)) return [{
		kind: "type",
		expected: expectedTypes(schema)
	}];
	const problems = [];
	addBoundProblems(value, schema, problems);
	if (schema.enum && !isMember(value, schema.enum)) problems.push({
		kind: "enum",
		allowed: schema.enum
	});
	if (typeof value !== "string") return problems;
	const { pattern, format } = schema;
	if (pattern !== void 0 && patternOf(pattern)?.isPartOf(value) === false) problems.push({
		kind: "pattern",
		pattern
	});
	if (format !== void 0 && formats[format]?.test(value) === false) problems.push({
		kind: "format",
		format
	});
	return problems;
}
/** The question that is asked of every value of a cluster: one type, mostly. */
function isOfExpectedType(value, schema) {
	const { type } = schema;
	if (typeof type === "string" && isOfType(value, type)) return true;
	const expected = expectedTypes(schema);
	return expected.length === 0 || expected.some((one) => isOfType(value, one));
}
function expectedTypes(schema) {
	if (schema["x-kubernetes-int-or-string"] || schema.format === "int-or-string") return ["integer", "string"];
	return schema.type === void 0 ? [] : [schema.type].flat();
}
function isOfType(value, type) {
	switch (type) {
		case "object": return isObject(value);
		case "array": return isList(value);
		case "integer": return Number.isInteger(value);
		case "quantity": return typeof value === "number" || typeof value === "string" && quantity.test(value);
		default: return typeof value === type;
	}
}
/** `apimachinery: pkg/api/resource/quantity.go`, parseQuantityString. */
const quantity = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[KMGTPE]i|[numkMGTPE]|[eE][+-]?\d+)?$/u;
/** Formats that the API server itself checks in each version; others are left to the controllers. */
const formats = {
	"date-time": /^\d{4}-\d{2}-\d{2}[Tt]\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:[Zz]|[+-]\d{2}:\d{2})$/u,
	byte: /^(?:[A-Za-z0-9+/\r\n]*={0,2}[\r\n]*)$/u
};
function isMember(value, allowed) {
	if (typeof value !== "object") return allowed.includes(value);
	const text = JSON.stringify(value);
	return allowed.some((member) => JSON.stringify(member) === text);
}
const patterns = /* @__PURE__ */ new Map();
/** Go's patterns are RE2's; those of a repository's own CRDs are read by nothing else, as they may be made to hang. */
function patternOf(pattern) {
	if (!patterns.has(pattern)) patterns.set(pattern, compilePattern(pattern));
	return patterns.get(pattern);
}
function addBoundProblems(value, schema, problems) {
	for (const keyword of boundsOf(value)) {
		const limit = limitOf(schema, keyword);
		if (limit !== void 0 && isExceeded(value, keyword, limit)) problems.push({
			kind: "bound",
			bound: {
				keyword,
				limit
			}
		});
	}
}
const bounds = {
	text: ["minLength", "maxLength"],
	list: ["minItems", "maxItems"],
	mapping: ["minProperties", "maxProperties"],
	number: [
		"minimum",
		"maximum",
		"exclusiveMinimum",
		"exclusiveMaximum",
		"multipleOf"
	],
	other: []
};
function boundsOf(value) {
	if (typeof value === "string") return bounds.text;
	if (typeof value === "number") return bounds.number;
	if (isList(value)) return bounds.list;
	return isObject(value) ? bounds.mapping : bounds.other;
}
/** OpenAPI 3.0 makes `minimum` and `maximum` exclusive by a flag beside them. */
function limitOf(schema, keyword) {
	switch (keyword) {
		case "minimum": return schema.exclusiveMinimum === true ? void 0 : schema.minimum;
		case "maximum": return schema.exclusiveMaximum === true ? void 0 : schema.maximum;
		case "exclusiveMinimum": return schema.exclusiveMinimum === true ? schema.minimum : void 0;
		case "exclusiveMaximum": return schema.exclusiveMaximum === true ? schema.maximum : void 0;
		default: return schema[keyword];
	}
}
function isExceeded(value, keyword, limit) {
	const amount = amountOf(value);
	switch (keyword) {
		case "exclusiveMinimum": return amount <= limit;
		case "exclusiveMaximum": return amount >= limit;
		case "multipleOf": return !isMultiple(amount, limit);
		default: return keyword.startsWith("min") ? amount < limit : amount > limit;
	}
}
/** Characters are code points, as utf8.RuneCountInString counts them. */
function amountOf(value) {
	if (typeof value === "number") return value;
	if (typeof value === "string") return [...value].length;
	return isList(value) ? value.length : Object.keys(value ?? {}).length;
}
function isMultiple(value, step) {
	const quotient = value / step;
	return step <= 0 || Math.abs(quotient - Math.round(quotient)) < 1e-9;
}
//#endregion
//#region src/schema/check-value.ts
/** Fields that every object embedded in another one may have (`x-kubernetes-embedded-resource`). */
const embedded = new Set([
	"apiVersion",
	"kind",
	"metadata"
]);
/** All that a schema says against `value`, in the order of the value's fields. */
function violationsOf(value, schema, resolve, closed = "all") {
	const violations = [];
	const report = (path, problem) => {
		violations.push({
			path,
			problem
		});
	};
	checkValue(value, schema, [], {
		resolve,
		closed,
		report
	});
	return violations;
}
/** Walks down a value and its schema together; `path` grows and shrinks with the walk. */
function checkValue(value, schema, path, check) {
	const resolved = schema.$ref === void 0 ? schema : check.resolve(schema.$ref);
	if (!resolved || value === null) return;
	const problems = scalarProblems(value, resolved);
	for (const problem of problems) check.report([...path], problem);
	if (problems.some(({ kind }) => kind === "type")) return;
	if (isObject(value)) checkObject(value, resolved, path, check);
	else if (isList(value)) checkList(value, resolved, path, check);
	if (!hasCombinations(resolved)) return;
	const fits = (branch) => isAccepted(value, branch, check.resolve);
	for (const problem of combinationProblems(value, resolved, fits)) check.report([...path], problem);
}
function checkList(value, { items }, path, check) {
	if (!items) return;
	for (const [index, element] of value.entries()) {
		path.push(index);
		checkValue(element, items, path, check);
		path.pop();
	}
}
/** Whether a value has what a branch of `anyOf` and its like asks for: a branch declares no fields. */
function isAccepted(value, branch, resolve) {
	let accepted = true;
	const report = () => {
		accepted = false;
	};
	checkValue(value, branch, [], {
		resolve,
		closed: "none",
		report
	});
	return accepted;
}
function checkObject(value, schema, path, check) {
	for (const name of schema.required ?? []) if ((value[name] ?? null) === null && !isNullHere(value, name, schema) && !isFilledIn(name, schema)) check.report([...path, name], { kind: "missing" });
	for (const [name, field] of Object.entries(value)) {
		const declared = fieldSchema(schema, name);
		if (declared) {
			path.push(name);
			checkValue(field, declared, path, check);
			path.pop();
		} else if (isUndeclared(schema, name, check.closed)) {
			const names = Object.keys(schema.properties ?? {});
			check.report([...path, name], {
				kind: "unknown",
				declared: names
			});
		}
	}
}
function isNullHere(value, name, { properties }) {
	return value[name] === null && properties?.[name]?.nullable === true;
}
/** The API server sets defaults before it validates. */
function isFilledIn(name, { properties }) {
	return properties !== void 0 && Object.hasOwn(properties, name) && properties[name]?.default !== void 0;
}
function fieldSchema({ properties, additionalProperties }, name) {
	if (properties && Object.hasOwn(properties, name)) return properties[name];
	return typeof additionalProperties === "object" ? additionalProperties : void 0;
}
function isUndeclared(schema, name, closed) {
	if (closed === "none" || !schema.properties || schema.additionalProperties) return false;
	if (closed === "stated" && schema.additionalProperties !== false) return false;
	if (schema["x-kubernetes-preserve-unknown-fields"]) return false;
	return !(schema["x-kubernetes-embedded-resource"] && embedded.has(name));
}
//#endregion
//#region src/schema/object-meta.ts
const text = { type: "string" };
const texts = {
	type: "object",
	additionalProperties: text
};
/** What the API server knows of `metadata`, whatever the kind (`apimachinery: pkg/apis/meta/v1/types.go`, ObjectMeta). */
const objectMeta = {
	type: "object",
	properties: {
		name: text,
		generateName: text,
		namespace: text,
		labels: texts,
		annotations: texts,
		finalizers: {
			type: "array",
			items: text
		},
		ownerReferences: {
			type: "array",
			items: { type: "object" }
		},
		managedFields: {
			type: "array",
			items: { type: "object" }
		},
		creationTimestamp: text,
		deletionTimestamp: text,
		deletionGracePeriodSeconds: { type: "integer" },
		generation: { type: "integer" },
		resourceVersion: text,
		selfLink: text,
		uid: text
	},
	additionalProperties: false
};
const namePart = /^(?:[A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]$/u;
const subdomain$1 = /^[a-z0-9](?:[-a-z0-9]*[a-z0-9])?(?:\.[a-z0-9](?:[-a-z0-9]*[a-z0-9])?)*$/u;
const keyRule = "an optional prefix that is a DNS name and a slash, then at most 63 letters, digits, `-`, `_` and `.`, the first and last of them a letter or digit";
const valueRule = "at most 63 letters, digits, `-`, `_` and `.`, the first and last of them a letter or digit";
/** What the API server says against an object's `metadata`: its fields, and the form of its labels and annotations. */
function metadataViolations(manifest) {
	const { metadata } = manifest;
	if (metadata === void 0 || metadata === null) return [];
	const below = (violation) => ({
		...violation,
		path: ["metadata", ...violation.path]
	});
	return [...violationsOf(metadata, objectMeta, () => void 0), ...labelViolations(metadata)].map(below);
}
/** `apimachinery: pkg/apis/meta/v1/validation`, ValidateLabels and ValidateAnnotations. */
function labelViolations(metadata) {
	if (!isObject(metadata)) return [];
	const labels = entriesOf(metadata.labels).flatMap(([key, value]) => {
		const path = ["labels", key];
		if (!isQualifiedName(key)) return [named(path, keyRule)];
		return typeof value === "string" && !isLabelValue(value) ? [named(path, valueRule)] : [];
	});
	const annotations = entriesOf(metadata.annotations).filter(([key]) => !isQualifiedName(key.toLowerCase())).map(([key]) => named(["annotations", key], keyRule));
	return [...labels, ...annotations];
}
function entriesOf(value) {
	return isObject(value) ? Object.entries(value) : [];
}
function named(path, rule) {
	return {
		path,
		problem: {
			kind: "name",
			rule
		}
	};
}
function isLabelValue(value) {
	return value === "" || value.length <= 63 && namePart.test(value);
}
function isQualifiedName(key) {
	const [name = "", prefix, ...rest] = key.split("/").reverse();
	if (rest.length > 0 || name.length > 63 || !namePart.test(name)) return false;
	return prefix === void 0 || prefix.length <= 253 && subdomain$1.test(prefix);
}
//#endregion
//#region src/schema/object-name.ts
const label = {
	pattern: /^[a-z0-9](?:[-a-z0-9]*[a-z0-9])?$/u,
	longest: 63,
	rule: "at most 63 lower-case letters, digits and `-`, the first and last of them a letter or digit"
};
const subdomain = {
	pattern: /^[a-z0-9](?:[-a-z0-9]*[a-z0-9])?(?:\.[a-z0-9](?:[-a-z0-9]*[a-z0-9])?)*$/u,
	longest: 253,
	rule: "at most 253 lower-case letters, digits, `-` and `.`, each part between dots beginning and ending with a letter or digit"
};
const pathSegment = {
	pattern: /^(?!\.{1,2}$)[^/%]+$/u,
	longest: Number.POSITIVE_INFINITY,
	rule: "no `/` and no `%`, and not `.` or `..`"
};
/** Kinds whose names have a form of their own (`kubernetes: pkg/apis/*\/validation`); all others take a DNS subdomain. */
const forms = {
	"/Namespace": label,
	"/Service": label,
	"rbac.authorization.k8s.io/Role": pathSegment,
	"rbac.authorization.k8s.io/RoleBinding": pathSegment,
	"rbac.authorization.k8s.io/ClusterRole": pathSegment,
	"rbac.authorization.k8s.io/ClusterRoleBinding": pathSegment
};
/** What the API server says against the name of an object. */
function nameViolations({ group, kind }, name) {
	const { pattern, longest, rule } = forms[`${group}/${kind}`] ?? subdomain;
	if (name.length <= longest && pattern.test(name)) return [];
	return [{
		path: ["metadata", "name"],
		problem: {
			kind: "name",
			rule
		}
	}];
}
//#endregion
//#region src/schema/unseen.ts
/** Whether a text is not all known: something is to be substituted in it, or stood in for. */
function isOpen(text) {
	return text.includes("${") || holdsStandIn(text);
}
/** Whether a text is a value that is not all known; one with a revision in it is, but for the revision. */
function isOpenValue(text) {
	return isOpen(text) || holdsRevisionStandIn(text);
}
/** Whether anything in a value, keys included, is not known. */
function holdsUnseen(value) {
	if (typeof value === "string") return isEncryptedValue(value) || isOpenValue(value);
	if (isList(value)) return value.some(holdsUnseen);
	if (!isObject(value)) return false;
	return Object.entries(value).some(([key, field]) => isOpenValue(key) || holdsUnseen(field));
}
const selfPattern = /\bself\b(?:\.([A-Za-z_]\w*)(?!\w*\())?/gu;
/** Whether a rule in CEL may have read something of its `self` that is not known. */
function readsUnseen(rule, self) {
	if (!holdsUnseen(self)) return false;
	const fields = [...rule.matchAll(selfPattern)].map(([, field]) => field);
	if (!fields.every((field) => field !== void 0 && !field.includes("__")) || !isObject(self)) return true;
	return fields.some((field) => field !== void 0 && holdsUnseen(self[field]));
}
//#endregion
//#region src/schema/without-nulls.ts
/**
* A value without the fields that are null: the API server removes them before it validates, unless the schema allows
* null, which no schema of Flux does. A value that has none, as nearly all, is returned as it is.
*/
function withoutNulls(value) {
	return hasNull(value) ? stripped(value) : value;
}
function hasNull(value) {
	if (isList(value)) return value.some(hasNull);
	return value === null || isObject(value) && Object.values(value).some(hasNull);
}
function stripped(value) {
	if (isList(value)) return value.map(stripped);
	if (!isObject(value)) return value;
	return Object.fromEntries(Object.entries(value).filter(([, field]) => field !== null).map(([name, field]) => [name, stripped(field)]));
}
//#endregion
//#region src/schema/judge-object.ts
/** What the schema of an object says of it: Flux's own, one of the repository's definitions, or Kubernetes'. */
function judgeObject(resource, schemas) {
	const violations = structureOf(resource, schemas);
	if ("status" in violations) return violations;
	const { id, manifest } = resource;
	return {
		status: "checked",
		violations: [
			...violations,
			...metadataViolations(manifest),
			...nameViolations(id, id.name)
		].filter((one) => isSeen(one, manifest))
	};
}
function structureOf(resource, schemas) {
	const { id, apiVersion, manifest } = resource;
	const version = versionOf$1(apiVersion);
	const flux = fluxSchemaOf(id, version, schemas.flux);
	if (flux.status === "unserved") return unserved;
	if (flux.status === "found") return fluxViolations(resource, flux.file, schemas);
	const custom = schemas.custom(id, version);
	if (custom === "unserved") return unserved;
	if (custom.length > 0) return mildest(custom.map(({ schema }) => violationsOf(manifest, schema, noRef)));
	const own = schemas.kubernetes?.schemaOf(id, version);
	if (own === "unserved") return unserved;
	if (own && schemas.kubernetes) return violationsOf(manifest, own, schemas.kubernetes.resolve);
	const located = schemas.located(id, version);
	if (located?.status !== "whole") return {
		status: "unknown",
		...reasonOf(located)
	};
	return violationsOf(manifest, located.schema, located.resolve, "stated");
}
/** Whether only a schema that the user has put somewhere can judge an object. */
function needsLocated({ id, apiVersion }, schemas) {
	const version = versionOf$1(apiVersion);
	const { flux, custom, kubernetes } = schemas;
	return fluxSchemaOf(id, version, flux).status === "unknown" && custom(id, version).length === 0 && kubernetes?.schemaOf(id, version) === void 0;
}
const unserved = { status: "unserved" };
function reasonOf(broken) {
	return broken ? { reason: broken.reason } : {};
}
/** Structural schemas hold no references. */
const noRef = () => void 0;
/** Where a kind is defined twice, nobody knows which definition is applied last: what is said in its favour counts. */
function mildest(judgements) {
	return judgements.reduce((best, next) => next.length < best.length ? next : best);
}
function fluxViolations({ id, manifest }, file, { validators, fluxSchema }) {
	const validate = validators.get(file);
	if (!validate) return [];
	const value = withoutNulls(manifest);
	return ajvViolations(value, validate, () => fluxSchema(file)).filter((violation) => !isWidened(id, violation, valueAt(value, violation.path)));
}
/** flux-operator, wherever it is installed from, lets Alerts and Receivers name its kinds (`flux-semantics.md` 1.5). */
const operatorKinds = new Set([
	"FluxInstance",
	"ResourceSet",
	"ResourceSetInputProvider"
]);
function isWidened({ group }, { path, problem }, value) {
	return problem.kind === "enum" && path.at(-1) === "kind" && group === "notification.toolkit.fluxcd.io" && operatorKinds.has(value);
}
/** Nothing rests on a value that was not seen: encrypted, or to be substituted. SOPS adds a field of its own. */
function isSeen({ path, problem }, manifest) {
	if (path.length === 1 && path[0] === "sops") return false;
	if (path.some((step) => isOpen(String(step)))) return false;
	if (problem.kind === "unknown" || problem.kind === "missing") return true;
	return !isUnseen(problem, valueAt(manifest, path));
}
function isUnseen(problem, value) {
	const isNotSeen = problem.kind === "name" ? isOpen : isOpenValue;
	if (typeof value === "string") return isEncryptedValue(value) || isNotSeen(value);
	return problem.kind === "combination" && isNotSeen(JSON.stringify(value ?? null));
}
//#endregion
//#region src/schema/server-checks.ts
/** Whether a schema asks for such a thing anywhere. */
function hasServerChecks(schema) {
	const known = remembered.get(schema);
	if (known !== void 0) return known;
	const has = isServerCheck(schema) || partsOf(schema).some(hasServerChecks);
	remembered.set(schema, has);
	return has;
}
const remembered = /* @__PURE__ */ new WeakMap();
function isServerCheck(schema) {
	return (schema["x-kubernetes-validations"] ?? []).length > 0 || isKeyed(schema) || schema["x-kubernetes-embedded-resource"] === true;
}
function isKeyed(schema) {
	return schema["x-kubernetes-list-type"] === "set" || schema["x-kubernetes-list-type"] === "map";
}
function partsOf({ properties, items, additionalProperties, allOf }) {
	return [
		...Object.values(properties ?? {}),
		...items ? [items] : [],
		...typeof additionalProperties === "object" ? [additionalProperties] : [],
		...allOf ?? []
	];
}
/** Whether such a check looks at a value: most objects leave out the fields that have one, and need no engine. */
function needsServer(value, schema) {
	const present = value ?? schema.default;
	if (present === void 0 || present === null || !hasServerChecks(schema)) return false;
	if ((schema["x-kubernetes-validations"] ?? []).length > 0) return true;
	if (schema["x-kubernetes-embedded-resource"] === true || schema.allOf?.some(hasServerChecks)) return true;
	if (isList(present)) return needsServerInList(present, schema);
	return isObject(present) && fieldsOf(present, schema).some(([field, of]) => needsServer(field, of));
}
function needsServerInList(list, schema) {
	if (isKeyed(schema) && list.length > 1) return true;
	const { items } = schema;
	return items !== void 0 && list.some((entry) => needsServer(entry, items));
}
function fieldsOf(value, { properties = {}, additionalProperties }) {
	const declared = Object.entries(properties).map(([name, schema]) => [Object.hasOwn(value, name) ? value[name] : void 0, schema]);
	if (typeof additionalProperties !== "object") return declared;
	return [...declared, ...Object.values(value).map((field) => [field, additionalProperties])];
}
//#endregion
//#region src/schema/narrow-schema.ts
/**
* A definition as far as it says anything of `values`: the API server's code gives the same verdict by it, in a fraction
* of the time. Compiling the rules of a large definition takes longer than building a repository, and an object
* reaches few of them. A field that no value has stays where a default would fill it in, or where a rule above names it.
*/
function narrowSchema(schema, values) {
	return narrow(schema, values, "");
}
/** `rules` is the text of all rules above, in which a field must stand to be looked at. */
function narrow(schema, values, rulesAbove) {
	if (hasNestedRules(schema)) return schema;
	const { properties, items, additionalProperties, ...rest } = withoutWords(schema);
	const own = values.length > 0 ? rest["x-kubernetes-validations"] ?? [] : [];
	const rules = own.length > 0 ? `${rulesAbove}\n${JSON.stringify(own)}` : rulesAbove;
	const { "x-kubernetes-validations": _, ...plain } = rest;
	return {
		...plain,
		...own.length > 0 && { "x-kubernetes-validations": own },
		...properties && { properties: narrowFields(properties, values.filter(isObject), rules) },
		...items && { items: narrow(items, values.filter(isList).flat().filter(isPresent$1), rules) },
		...additionalProperties !== void 0 && { additionalProperties: typeof additionalProperties === "object" ? narrow(additionalProperties, values.filter(isObject).flatMap(fieldValues), rules) : additionalProperties }
	};
}
function narrowFields(properties, objects, rules) {
	return Object.fromEntries(Object.entries(properties).flatMap(([name, schema]) => {
		const fields = objects.filter((object) => Object.hasOwn(object, name));
		const isFilledIn = schema.default !== void 0 && objects.length > 0;
		if (fields.length === 0 && !isFilledIn && !isNamed(name, rules)) return [];
		const present = fields.map((object) => object[name]).filter(isPresent$1);
		return [[name, narrow(schema, isFilledIn ? [...present, schema.default].filter(isPresent$1) : present, rules)]];
	}));
}
/** Whether rules may name a field. What is no letter or digit is escaped in them (`a-b` is `a__dash__b`). */
function isNamed(name, rules) {
	return rules !== "" && (name.match(/[a-z0-9]+/giu) ?? []).every((part) => rules.includes(part));
}
function fieldValues(object) {
	return Object.values(object).filter(isPresent$1);
}
function isPresent$1(value) {
	return value !== void 0 && value !== null;
}
/** What a rule below `allOf` and its like reads is declared elsewhere: such a schema stays whole. */
function hasNestedRules({ allOf = [], anyOf = [], oneOf = [], not }) {
	return [
		...allOf,
		...anyOf,
		...oneOf,
		...not ? [not] : []
	].some(hasServerChecks);
}
/** Keywords for readers. */
function withoutWords(schema) {
	const { description: _, ...rest } = schema;
	return rest;
}
//#endregion
//#region src/schema/refusal-violations.ts
/**
* What the engine says of an object and our own look at its structure does not: broken rules, entries that are there
* twice, embedded resources. Nothing rests on a value that was not seen.
*/
function refusalViolations(refusals, manifest) {
	return refusals.flatMap((refusal) => {
		const problem = problemOf(refusal);
		return problem && !restsOnUnseen(refusal, manifest) ? [{
			path: refusal.path,
			problem
		}] : [];
	});
}
function problemOf({ stage, type, rule = "", message }) {
	if (stage === "rule") return {
		kind: "rule",
		rule,
		message
	};
	if (stage === "list" && type === "FieldValueDuplicate") return { kind: "duplicate" };
	if (stage === "embedded") return type === "FieldValueRequired" ? { kind: "missing" } : {
		kind: "name",
		rule: message
	};
}
function restsOnUnseen({ stage, path, scope, rule = "" }, manifest) {
	if (stage !== "rule") return holdsUnseen(valueAt(manifest, path));
	return readsUnseen(rule, valueAt(manifest, path.slice(0, scope)));
}
//#endregion
//#region src/schema/judge-by-server.ts
/** So many objects go to the engine in one call: the call's time limit is for all of them. */
const batchSize = 64;
/** Lets the engine judge objects; those that are alike, in several clusters, once. */
async function judgeByServer(subjects, { engine, digest }) {
	const judgements = /* @__PURE__ */ new Map();
	const unjudged = [];
	const work = batchesOf(subjects, digest).map(async (batch) => {
		const objects = batch.alike.map(({ manifest }) => manifest);
		return {
			batch,
			result: await engine.call("validate", {
				schema: batch.schema,
				objects
			})
		};
	});
	for (const { batch, result } of await Promise.all(work)) {
		for (const [resource, violations] of violationsIn(batch, result)) judgements.set(resource, [...judgements.get(resource) ?? [], violations]);
		unjudged.push(...unjudgedIn(batch, result));
	}
	return {
		violations: new Map([...judgements].map(([resource, several]) => [resource, mildest(several)])),
		unjudged
	};
}
function batchesOf(subjects, digest) {
	const digests = /* @__PURE__ */ new Map();
	const groups = /* @__PURE__ */ new Map();
	for (const { resource, structural } of subjects) {
		const { status: _, ...manifest } = resource.manifest;
		const text = JSON.stringify(manifest);
		for (const definition of structural) {
			const key = digests.get(definition) ?? digest(JSON.stringify(definition));
			digests.set(definition, key);
			const group = groups.get(key) ?? {
				definition,
				alike: /* @__PURE__ */ new Map()
			};
			groups.set(key, group);
			group.alike.set(text, [...group.alike.get(text) ?? [], resource]);
		}
	}
	return [...groups.values()].flatMap(({ definition, alike }) => {
		const all = [...alike.values()].flatMap(alikeOf);
		const schema = customSchema(definition, all.map(({ manifest }) => manifest), digest);
		return inPieces(all, batchSize).map((piece) => ({
			schema,
			alike: piece
		}));
	});
}
/** A definition for the engine, as far as it speaks of `objects`. */
function customSchema(definition, objects, digest) {
	const schema = narrowSchema(definition, objects);
	return {
		digest: digest(JSON.stringify(schema)),
		schema
	};
}
/** An API server ignores what is written into `status`. */
function alikeOf(resources) {
	const [first] = resources;
	if (!first) return [];
	const { status: _, ...manifest } = first.manifest;
	return [{
		manifest,
		resources
	}];
}
function inPieces(list, size) {
	const count = Math.ceil(list.length / size);
	return Array.from({ length: count }, (_, index) => list.slice(index * size, (index + 1) * size));
}
function* violationsIn({ alike }, result) {
	for (const [index, { manifest, resources }] of alike.entries()) {
		const refusals = result.status === "judged" ? result.verdicts[index]?.violations : void 0;
		const violations = refusals ? refusalViolations(refusals, manifest) : [];
		for (const resource of resources) yield [resource, violations];
	}
}
function unjudgedIn({ alike }, result) {
	const resources = alike.flatMap((one) => one.resources);
	if (result.status !== "judged") return [{
		resources,
		cause: {
			kind: result.status,
			message: result.message
		}
	}];
	const broken = result.verdicts.flatMap(({ violations }) => violations.filter(({ stage }) => stage === "compile").map(({ message }) => message));
	return [...result.transitionRules === 0 ? [] : [{
		resources,
		cause: {
			kind: "transition",
			rules: result.transitionRules
		}
	}], ...[...new Set(broken)].map((message) => ({
		resources,
		cause: {
			kind: "compile",
			message
		}
	}))];
}
//#endregion
//#region src/schema/kubernetes-schemas.ts
/** Fields that OpenAPI calls required because Go always writes them, and that the API server takes or fills in without. */
const notAskedFor = {
	"io.k8s.api.apps.v1.StatefulSetSpec": ["serviceName"],
	"io.k8s.api.core.v1.LimitRangeSpec": ["limits"],
	"io.k8s.api.networking.v1.NetworkPolicySpec": ["podSelector"],
	"io.k8s.api.rbac.v1.RoleRef": ["apiGroup"],
	"io.k8s.api.rbac.v1.Role": ["rules"],
	"io.k8s.api.rbac.v1.ClusterRole": ["rules"],
	"io.k8s.api.scheduling.v1.PriorityClass": ["value"],
	"io.k8s.api.storage.v1.CSIDriver": ["spec"],
	"io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.CustomResourceDefinitionVersion": ["served", "storage"]
};
/** Types that OpenAPI describes more narrowly than the API server reads them. */
const readAs = { "io.k8s.apimachinery.pkg.api.resource.Quantity": { type: "quantity" } };
/** The schemas of a Kubernetes minor (`1.35`); of the next newer one where that is not there; undefined after the last. */
function kubernetesSchemas({ minors, definitions }, kubernetes) {
	const index = minors.findIndex((minor) => minorNumber(minor) >= minorNumber(kubernetes));
	if (index < 0) return void 0;
	const known = /* @__PURE__ */ new Map();
	const schemaNamed = (name) => {
		if (!known.has(name)) {
			const definition = definitions[name]?.findLast(([since]) => since <= index)?.[1];
			known.set(name, readAs[name] ?? (definition ? asTaken(name, definition) : void 0));
		}
		return known.get(name);
	};
	const byKind = indexKinds(definitions, index);
	return {
		resolve: (reference) => schemaNamed(reference.slice(14)),
		schemaOf: ({ group, kind }, version) => {
			const versions = byKind.get(`${group}/${kind}`);
			const name = versions?.get(version);
			if (name !== void 0) return withoutStatus(schemaNamed(name));
			return versions ? "unserved" : void 0;
		}
	};
}
function minorNumber(version) {
	return Number(version.split(".")[1]);
}
function asTaken(name, definition) {
	const left = notAskedFor[name];
	if (!left || !definition.required) return definition;
	return {
		...definition,
		required: definition.required.filter((field) => !left.includes(field))
	};
}
/** The API server ignores what is written into `status`. */
function withoutStatus(schema) {
	if (!schema?.properties?.status) return schema;
	const required = schema.required?.filter((field) => field !== "status");
	return {
		...schema,
		properties: {
			...schema.properties,
			status: {}
		},
		...required && { required }
	};
}
function indexKinds(definitions, index) {
	const kinds = /* @__PURE__ */ new Map();
	for (const [name, changes] of Object.entries(definitions)) {
		const definition = changes.findLast(([since]) => since <= index)?.[1];
		for (const { group, version, kind } of definition?.["x-kubernetes-group-version-kind"] ?? []) {
			const key = `${group}/${kind}`;
			const versions = kinds.get(key) ?? /* @__PURE__ */ new Map();
			kinds.set(key, versions.set(version, name));
		}
	}
	return kinds;
}
//#endregion
//#region src/schema/kustomization-violations.ts
const own = "kustomize.config.k8s.io";
/** What kustomize's types say against a kustomization file; nothing of a file that holds an object of another group. */
function kustomizationViolations({ document }, schema) {
	const { content } = document;
	const apiVersion = stringAt(content, ["apiVersion"]);
	if (content === void 0 || apiVersion !== void 0 && groupOf(apiVersion) !== own) return [];
	return violationsOf(content, schema, () => void 0).filter(isReal);
}
/** Go's reader of JSON finds a field whatever the case of its letters. */
function isReal({ path, problem }) {
	if (problem.kind !== "unknown") return true;
	const name = String(path.at(-1)).toLowerCase();
	return !problem.declared.some((declared) => declared.toLowerCase() === name);
}
//#endregion
//#region src/schema/linked-schema.ts
/**
* A schema and everything that it refers to, in its own file or in others below the same location, such as
* `_definitions.json#/definitions/…` (kubeconform's schemas that do not stand alone). A path is relative to the file that
* names it, whatever `$id` says; addresses are not fetched. undefined where the file is not there.
*/
function linkedSchema(path, read) {
	const file = read(path);
	if (!file) return void 0;
	const schema = anchored(asJson(file), path);
	const links = /* @__PURE__ */ new Map();
	const open = [...referencesIn(schema)];
	for (let next = open.pop(); next !== void 0; next = open.pop()) {
		if (links.has(next)) continue;
		const target = targetOf(next, read);
		if (target === void 0) return {
			status: "broken",
			reason: reasonFor$1(next)
		};
		links.set(next, target);
		open.push(...referencesIn(target));
	}
	return {
		status: "whole",
		schema: asSchema(schema),
		resolve: (name) => followed(name, links)
	};
}
const asJson = (schema) => schema;
const asSchema = (json) => json;
/** What a reference leads to in the end; undefined where that is only itself. */
function followed(reference, links) {
	const seen = /* @__PURE__ */ new Set();
	for (let name = reference; name !== void 0 && !seen.has(name);) {
		seen.add(name);
		const target = links.get(name);
		if (target === void 0) return void 0;
		const next = stringAt(target, ["$ref"]);
		if (next === void 0) return asSchema(target);
		name = next;
	}
}
/** Keywords whose value is no schema. */
const plain = new Set([
	"const",
	"default",
	"enum",
	"example",
	"examples"
]);
/** Keywords that hold schemas by name. */
const byName = new Set([...[
	"properties",
	"patternProperties",
	"definitions",
	"$defs",
	"dependencies"
]]);
/** A copy of a schema in which every reference says from where it leads: `kinds/backup.json#/definitions/spec`. */
function anchored(schema, path) {
	if (isList(schema)) return schema.map((part) => anchored(part, path));
	if (!isObject(schema)) return schema;
	return withEach(schema, (part, keyword) => {
		if (keyword === "$ref") return typeof part === "string" ? anchor(part, path) : part;
		if (plain.has(keyword)) return part;
		return byName.has(keyword) && isObject(part) ? withEach(part, (named) => anchored(named, path)) : anchored(part, path);
	});
}
function withEach(object, change) {
	return Object.fromEntries(Object.entries(object).map(([name, value]) => [name, change(value, name)]));
}
const isAddress = (reference) => /^(?:[a-z][a-z\d+.-]*:|\/)/iu.test(reference);
/** One that leads out of the location, or to an address, stays as it is written. */
function anchor(reference, path) {
	if (isAddress(reference)) return reference;
	const [name = "", pointer = ""] = reference.split("#", 2);
	const file = name === "" ? path : joinInside(folderOf(path), name);
	return file === void 0 ? reference : `${file}#${pointer}`;
}
function* referencesIn(schema) {
	if (isList(schema)) for (const part of schema) yield* referencesIn(part);
	if (!isObject(schema)) return;
	for (const [keyword, part] of Object.entries(schema)) if (keyword === "$ref" && typeof part === "string") yield part;
	else if (byName.has(keyword) && isObject(part)) yield* referencesIn(Object.values(part));
	else if (!plain.has(keyword)) yield* referencesIn(part);
}
function targetOf(reference, read) {
	const [path = "", pointer = ""] = reference.split("#", 2);
	if (isAddress(reference) || joinInside("", path) === void 0) return void 0;
	const file = read(path);
	if (!file || pointer !== "" && !pointer.startsWith("/")) return void 0;
	const steps = pointer.split("/").slice(1).map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
	const target = valueAt(asJson(file), steps);
	return target === void 0 ? void 0 : anchored(target, path);
}
function reasonFor$1(reference) {
	const named = `the schema at its \`--schema-location\` refers to \`${reference}\``;
	const [path = ""] = reference.split("#", 1);
	if (isAddress(reference)) return `${named}, and no reference to an address is followed`;
	return joinInside("", path) === void 0 ? `${named}, which lies outside of that location` : `${named}, which is not there`;
}
//#endregion
//#region src/schema/schema-location.ts
/** A folder alone is laid out as flux-schema extracts, or as kubeconform's repository of schemas is. */
const layouts = ["{{ .Group }}/{{ .Kind }}_{{ .Version }}.json", "{{ .NormalizedKubernetesVersion }}-standalone{{ .StrictSuffix }}/{{ .ResourceKind }}{{ .KindSuffix }}.json"];
/** The files that a `--schema-location` may mean for a kind, in kubeconform's and flux-schema's grammar; the first one that is there holds. */
function schemaPaths(location, located) {
	if (![
		located.group,
		located.kind,
		located.version
	].every(isPlain)) return [];
	const isTemplate = location.includes("{{") || location.endsWith(".json");
	const [fixed = ""] = location.split("{{", 1);
	const folder = isTemplate ? fixed.slice(0, Math.max(0, fixed.lastIndexOf("/"))) : location;
	const templates = isTemplate ? [location.slice(fixed.lastIndexOf("/") + 1)] : layouts;
	const variables = variablesOf(located);
	return templates.map((template) => ({
		folder,
		path: template.replace(/\{\{-?\s*\.(\w+)\s*-?\}\}/gu, (whole, name) => variables[name] ?? whole)
	}));
}
function isPlain(text) {
	return /^[\w.-]*$/u.test(text) && !text.includes("..");
}
/** kubeconform: `pkg/registry/registry.go`, schemaPath; flux-schema names its variables after the kind's own fields. */
function variablesOf({ group, kind, version, kubernetes }) {
	const name = kind.toLowerCase();
	const [shortGroup = ""] = group.split(".");
	return {
		ResourceKind: name,
		ResourceAPIVersion: version,
		Group: group,
		KindSuffix: `-${shortGroup === "" ? "" : `${shortGroup}-`}${version}`.toLowerCase(),
		NormalizedKubernetesVersion: `v${kubernetes}.0`,
		StrictSuffix: "-strict",
		Kind: name,
		Version: version
	};
}
//#endregion
//#region src/schema/located-schemas.ts
/** The schemas at `--schema-location`: the first location that has one. Each is looked for once. */
function locatedSchemas(locations, kubernetes, store) {
	const read = readOnce(store);
	const known = /* @__PURE__ */ new Map();
	return ({ group, kind }, version) => {
		const key = `${group}/${kind}/${version}`;
		if (!known.has(key)) {
			const places = locations.flatMap((location) => schemaPaths(location, {
				group,
				kind,
				version,
				kubernetes
			}));
			known.set(key, firstOf(places, read));
		}
		return known.get(key);
	};
}
function firstOf(places, read) {
	for (const { folder, path } of places) {
		const found = linkedSchema(path, (below) => read(`${folder}/${below}`));
		if (found) return found;
	}
}
/** Many kinds may refer to one large file of definitions. */
function readOnce(store) {
	const files = /* @__PURE__ */ new Map();
	return (path) => {
		if (!files.has(path)) files.set(path, store.fileAt(path));
		return files.get(path);
	};
}
//#endregion
//#region src/schema/server-skips.ts
/** What was left out of the rules of definitions, and why: rules that look back at all kinds are said once. */
function serverSkips(clusters, unjudged) {
	const clustersOf = (entries) => {
		const resources = new Set(entries.flatMap((entry) => entry.resources));
		return clusters.filter((cluster) => cluster.resources.some((resource) => resources.has(resource))).map(({ name }) => name);
	};
	const lookingBack = unjudged.filter(({ cause }) => cause.kind === "transition");
	const others = groupBy(unjudged.filter(({ cause }) => cause.kind !== "transition"), ({ resources, cause }) => JSON.stringify([kindsOf(resources), cause]));
	return [...lookingBack.length === 0 ? [] : [{
		...transitionSkip(lookingBack),
		clusters: clustersOf(lookingBack)
	}], ...[...others.values()].flatMap((entries) => {
		const [first] = entries;
		return first ? [{
			...skipOf$1(first, entries),
			clusters: clustersOf(entries)
		}] : [];
	})];
}
function transitionSkip(entries) {
	const byKind = groupBy(entries, ({ resources }) => kindsOf(resources));
	const rules = [...byKind.values()].reduce((sum, [first]) => sum + transitionsIn(first), 0);
	return {
		what: `checking ${counted(rules, "rule")} that ${rules === 1 ? "compares" : "compare"} an object with what it was before (${listed([...byKind.keys()].sort())})`,
		reason: "what is in the cluster now is not in Git",
		kind: "chosen"
	};
}
function transitionsIn(entry) {
	return entry?.cause.kind === "transition" ? entry.cause.rules : 0;
}
function skipOf$1({ resources, cause }, entries) {
	const kinds = kindsOf(resources);
	const objects = `${counted(entries.reduce((sum, entry) => sum + entry.resources.length, 0), "object")} of kind ${kinds}`;
	const message = "message" in cause ? cause.message : "";
	switch (cause.kind) {
		case "limit": return {
			what: `checking the rules of ${objects}`,
			reason: message,
			kind: "incomplete"
		};
		case "failed": return {
			what: `checking the rules of ${objects}`,
			reason: `no API server would take the schema of the kind: ${message}`,
			kind: "chosen"
		};
		case "compile":
		case "transition": return {
			what: `checking one of the rules of ${objects}`,
			reason: message,
			kind: "chosen"
		};
	}
}
function kindsOf(resources) {
	return [...new Set(resources.map(({ id, apiVersion }) => `${id.kind} (${apiVersion})`))].join(", ");
}
const longestList = 4;
function listed(names) {
	const shown = names.slice(0, longestList).join(", ");
	const others = names.length - longestList;
	return others > 0 ? `${shown} and ${counted(others, "other")}` : shown;
}
function counted(count, noun) {
	return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
//#endregion
//#region src/schema/server-subjects.ts
/** An object as a subject for the API server's code; undefined where its definition holds nothing that needs it. */
function serverSubject(resource, schemas, store) {
	const { status: _, ...manifest } = resource.manifest;
	const structural = structuralSchemas(resource, schemas, store);
	return structural.some((schema) => needsServer(manifest, schema)) ? {
		resource,
		structural
	} : void 0;
}
/** Whether there is a definition of the object's kind, which alone makes it a subject. */
function mayNeedServer({ id, apiVersion }, { flux, custom }) {
	const version = versionOf$1(apiVersion);
	const defined = custom(id, version);
	return fluxSchemaOf(id, version, flux).status === "found" || defined !== "unserved" && defined.length > 0;
}
function structuralSchemas({ id, apiVersion }, { flux, custom }, store) {
	const version = versionOf$1(apiVersion);
	const own = fluxSchemaOf(id, version, flux);
	if (own.status === "unserved") return [];
	if (own.status === "found") return [store.structuralSchema(own.file)].filter(isPresent);
	const defined = custom(id, version);
	return defined === "unserved" ? [] : defined.map(({ structural }) => structural);
}
function isPresent(value) {
	return value !== void 0;
}
//#endregion
//#region src/schema/skipped-kinds.ts
/** What no schema was found for, counted by kind. */
function skippedKinds(clusters, verdictOf) {
	const unjudged = /* @__PURE__ */ new Map();
	for (const { name, resources, target } of clusters) for (const resource of resources) {
		const verdict = verdictOf(resource);
		if (verdict.status === "checked" || fluxGroups.has(resource.id.group)) continue;
		const reason = reasonFor(verdict, target.kubernetes);
		const { apiVersion, id } = resource;
		const key = [
			apiVersion,
			id.kind,
			reason
		].join(" ");
		const group = unjudged.get(key) ?? emptyGroup(resource, reason);
		group.objects.add(resourceKey(id, resource.server));
		group.clusters.add(name);
		unjudged.set(key, group);
	}
	return [...unjudged.values()].map(skipOf);
}
/** Rules of their own say when an object of Flux is in a version that the cluster does not serve. */
const fluxGroups = new Set(fluxVersions.map(({ group }) => group));
function reasonFor(verdict, kubernetes) {
	if (verdict.status === "unserved") return `neither Kubernetes ${kubernetes} nor a CustomResourceDefinition here serves that version`;
	return (verdict.status === "unknown" ? verdict.reason : void 0) ?? "no CustomResourceDefinition in this repository or in its charts describes the kind";
}
function emptyGroup({ apiVersion, id }, reason) {
	return {
		apiVersion,
		kind: id.kind,
		reason,
		objects: /* @__PURE__ */ new Set(),
		clusters: /* @__PURE__ */ new Set()
	};
}
function skipOf({ apiVersion, kind, reason, objects, clusters }) {
	const noun = objects.size === 1 ? "object" : "objects";
	return {
		what: `checking the fields of ${objects.size} ${noun} of kind ${kind} (${apiVersion})`,
		reason,
		clusters: [...clusters],
		kind: "chosen"
	};
}
//#endregion
//#region src/schema/judge-workspace.ts
/** Judges every object that a cluster would get, and, leniently, those that nothing leads to. */
async function judgeWorkspace(workspace, sources) {
	const fetched = new FetchedSchemas(sources.store, sources.fetch);
	const { store } = fetched;
	const { clusters, unreached, unreachedTarget } = workspace;
	const groups = [...clusters.map(({ target, resources }) => ({
		target,
		resources,
		defining: resources
	})), {
		target: unreachedTarget,
		resources: unreached,
		defining: [...clusters.flatMap(({ resources }) => resources), ...unreached]
	}];
	await loadLocated(groups, fetched, sources);
	const judgements = await recall(sources.locations.some(isSchemaAddress) ? void 0 : sources.memory, () => judgeGroups(groups, unreached, {
		...sources,
		store
	}));
	const verdicts = /* @__PURE__ */ new Map();
	for (const [number, { resources }] of groups.entries()) for (const [index, resource] of resources.entries()) {
		const verdict = judgements.verdicts[number]?.[index];
		if (verdict) verdicts.set(resource, verdict);
	}
	const verdictOf = (resource) => verdicts.get(resource) ?? { status: "unknown" };
	return {
		...workspace,
		verdictOf,
		violationsIn: (file) => kustomizationViolations(file, store.kustomizationFile()),
		skipped: [
			...workspace.skipped,
			...fetched.skips(),
			...skippedKinds(clusters, verdictOf),
			...serverSkips(clusters, unjudgedOf(judgements, groups))
		]
	};
}
/** Fetches the schemas that objects need and that lie on the network, and what those refer to. */
async function loadLocated(groups, fetched, sources) {
	if (!sources.locations.some(isSchemaAddress)) return;
	do
		for (const group of groups) {
			const schemas = schemasOf(group, /* @__PURE__ */ new Map(), {
				...sources,
				store: fetched.store
			});
			for (const resource of group.resources) if (needsLocated(resource, schemas)) schemas.located(resource.id, versionOf$1(resource.apiVersion));
		}
	while (await fetched.load());
}
async function recall(memory, judge) {
	const known = await memory?.get();
	if (known) return known;
	const found = await judge();
	if (!found.unjudged.some(({ cause }) => cause.kind === "limit")) await memory?.put(found);
	return found;
}
async function judgeGroups(groups, unreached, sources) {
	const { store } = sources;
	const validators = await loadValidators(groups, store);
	const subjects = [];
	const places = /* @__PURE__ */ new Map();
	const verdicts = groups.map(({ resources }) => resources.map(() => ({ status: "unknown" })));
	const schemas = groups.map((group) => schemasOf(group, validators, sources));
	const judge = (number, index) => {
		const resource = groups[number]?.resources[index];
		const own = schemas[number];
		if (!resource || !own) return;
		const isReached = groups[number]?.resources !== unreached;
		places.set(resource, [number, index]);
		const verdict = aged(judgeObject(resource, own), resource, store);
		const subject = isReached && verdict.status === "checked" ? serverSubject(resource, own, store) : void 0;
		if (subject) subjects.push(subject);
		const group = verdicts[number];
		if (group) group[index] = isReached ? verdict : lenient(verdict);
	};
	const later = [];
	for (const [number, { resources }] of groups.entries()) for (const [index, resource] of resources.entries()) {
		const own = schemas[number];
		if (own && mayNeedServer(resource, own)) judge(number, index);
		else later.push([number, index]);
	}
	const judging = judgeByServer(subjects, sources);
	await new Promise((resolve) => setTimeout(resolve, 0));
	for (const [number, index] of later) judge(number, index);
	const server = await judging;
	for (const [resource, violations] of server.violations) {
		const [number, index] = places.get(resource) ?? [0, 0];
		const group = verdicts[number];
		if (group) group[index] = withMore(group[index], violations);
	}
	return {
		verdicts,
		unjudged: server.unjudged.map(({ resources, cause }) => ({
			places: resources.flatMap((resource) => {
				const place = places.get(resource);
				return place ? [place] : [];
			}),
			cause
		}))
	};
}
function unjudgedOf({ unjudged }, groups) {
	return unjudged.map(({ places, cause }) => ({
		resources: places.flatMap(([number, index]) => groups[number]?.resources[index] ?? []),
		cause
	}));
}
/** Only those that the objects need: a cluster uses some ten kinds of Flux. */
async function loadValidators(groups, store) {
	const files = new Set(groups.flatMap(({ target, resources }) => resources.flatMap(({ id, apiVersion }) => {
		const schema = fluxSchemaOf(id, versionOf$1(apiVersion), target.flux);
		return schema.status === "found" ? [schema.file] : [];
	})));
	return new Map(await Promise.all([...files].map(async (file) => [file, await store.validator(file)])));
}
function schemasOf({ target, defining }, validators, { store, locations }) {
	return {
		flux: target.flux,
		validators,
		fluxSchema: (file) => store.fluxSchema(file),
		kubernetes: kubernetesSchemas(store.kubernetes(), target.kubernetes),
		custom: customSchemas(defining),
		located: locatedSchemas(locations, target.kubernetes, store)
	};
}
function aged(verdict, { id }, store) {
	if (verdict.status !== "checked" || fluxGroups$1.get(id.kind) !== id.group) return verdict;
	const violations = verdict.violations.map((violation) => withAges(violation, id, (file) => store.fluxSchema(file)));
	return {
		...verdict,
		violations
	};
}
/** What both say of a field is said once. */
function withMore(verdict, violations) {
	if (verdict?.status !== "checked") return { status: "unknown" };
	const keyOf = ({ path, problem }) => JSON.stringify([path, problem.kind]);
	const known = new Set(verdict.violations.map(keyOf));
	const more = violations.filter((violation) => !known.has(keyOf(violation)));
	return {
		...verdict,
		violations: [...verdict.violations, ...more]
	};
}
/** A patch, a component or a variable may still supply what a file lacks, or replace a name that holds its place. */
const leftToBuilds = new Set([
	"missing",
	"combination",
	"name"
]);
function lenient(verdict) {
	if (verdict.status !== "checked") return verdict;
	const violations = verdict.violations.filter(({ problem }) => !leftToBuilds.has(problem.kind));
	return {
		...verdict,
		violations
	};
}
//#endregion
//#region src/schema/verdict-memory.ts
const kind = "verdicts";
/**
* Remembers all verdicts of a run under one digest: objects come from the files and from what the engine has answered,
* and nothing else. Schemas that the user keeps elsewhere may change without a trace here, so with them nothing is remembered.
*/
function verdictMemory({ files, options, answers }, cache, digest) {
	if (answers === void 0 || (options.schemaLocations ?? []).length > 0) return void 0;
	const contents = files.map(({ path, bytes }) => [path, digest(bytes)]);
	const key = digest(JSON.stringify([
		answers,
		options,
		contents
	]));
	return {
		get: async () => {
			const bytes = await cache.get(kind, key);
			return bytes && JSON.parse(new TextDecoder().decode(bytes));
		},
		put: (found) => cache.put(kind, key, new TextEncoder().encode(JSON.stringify(found)))
	};
}
//#endregion
//#region src/lint.ts
/** Loads, parses, finds the clusters, builds all that Flux would apply and judges it by its schemas: load → parse → resolve → build → judge. */
async function openWorkspace(request, host) {
	const { workspace, judge } = await open(request, host);
	return await judge(workspace);
}
/** The same without the last step: for who wants to know what Flux would apply, and not what an API server says of it. */
async function buildWorkspace(request, host) {
	return (await open(request, host)).workspace;
}
async function open({ root, options, remotes = [], skipped = [] }, host) {
	host.observer?.phase("load");
	const loaded = await loadFiles(host.files, root, options.exclude);
	host.engine.start();
	host.observer?.phase("parse");
	const parsed = parseFiles(loaded.files);
	host.observer?.phase("resolve");
	const paths = loaded.files.map(({ path }) => path);
	const { files, kustomizationFiles } = parsed;
	const repository = {
		files,
		kustomizationFiles,
		written: indexWritten(files),
		paths
	};
	const roots = clusterRoots(repository, options);
	host.observer?.phase("build");
	const mirrors = await loadMirrors(host, options);
	const byPath = new Map(parsed.files.map((file) => [file.source.path, file]));
	const fetchSchema = host.fetchSchema && ((url) => host.fetchSchema?.(url, options.offline));
	const shared = {
		engine: host.engine,
		digest: host.digest,
		options,
		written: repository.written,
		kustomizationFiles: parsed.kustomizationFiles,
		mirrors: mirrors.mirrors,
		...host.remote && { remote: host.remote },
		...fetchSchema && { fetchSchema },
		...host.division && { division: host.division },
		fileAt: (path) => byPath.get(path),
		files: loaded.files,
		local: await loadLocalSources(host, options),
		remotes: new Set(remotes),
		trees: /* @__PURE__ */ new Map(),
		folders: foldersOf(paths),
		outside: objectsOutside(repository, roots)
	};
	const builds = buildClusters(shared, roots, host);
	if (options.render !== "off") host.engine.expect?.(() => expectedCharts(shared));
	const clusters = await builds;
	const unread = [...loaded.unread, ...parsed.unread].map(({ path, reason }) => ({
		path,
		what: "reading the file",
		reason,
		kind: "incomplete"
	}));
	const workspace = workspaceOf({
		parsed,
		written: repository.written,
		clusters,
		skipped: [
			...skipped,
			...unread,
			...mirrors.skipped
		],
		links: loaded.links,
		target: targetOf$1(void 0, options)
	});
	const sources = () => ({
		store: host.schemas,
		locations: options.schemaLocations ?? [],
		memory: verdictMemory({
			files: loaded.files,
			options,
			answers: host.engine.answers?.()
		}, host.cache, host.digest),
		fetch: fetchSchema,
		engine: host.engine,
		digest: host.digest
	});
	return {
		workspace,
		judge: (built) => judgeWorkspace(built, sources())
	};
}
/** Finds fixes in an opened workspace and tries them out: check → fix → open → check, until none is left. Nothing is written. */
async function fixWorkspace(workspace, request, host) {
	const { root, rules, settings } = request;
	const check = (opened) => {
		host.observer?.phase("check");
		return {
			workspace: opened,
			result: checkWorkspace(opened, rules, {
				settings,
				digest: host.digest
			})
		};
	};
	return await fixInRounds(check(workspace), {
		...request,
		paths: settings.paths,
		check: async (texts) => {
			const files = overlaidFiles(host.files, root, texts);
			return check(await openWorkspace(request, {
				...host,
				files
			}));
		}
	});
}
async function buildClusters(shared, roots, { observer, division, digest }) {
	const clusters = /* @__PURE__ */ new Map();
	let done = 0;
	const order = division ? shardOrder(roots, ({ name }) => name, {
		...division,
		digest
	}) : roots;
	for (const [index, root] of order.entries()) {
		const cluster = {
			name: root.name,
			number: index + 1,
			of: roots.length
		};
		const onUnit = (what) => observer?.progress({
			done: ++done,
			what,
			cluster
		});
		const target = targetOf$1(root.fluxVersion, shared.options);
		clusters.set(root, await buildCluster({
			...shared,
			target,
			onUnit
		}, root));
	}
	return roots.flatMap((root) => clusters.get(root) ?? []);
}
function clusterRoots(repository, options) {
	const declared = discoverRoots(repository, options);
	const roots = declared.length > 0 || options.clusters ? declared : discoverOrphans(repository);
	const { onlyClusters } = options;
	return (onlyClusters ? roots.filter(({ name }) => onlyClusters.includes(name)) : roots).map((root) => withInstalledFlux(repository, root));
}
async function loadLocalSources(host, { localSources }) {
	const loaded = await Promise.all(Object.entries(localSources).map(async ([key, folder]) => [key, (await loadFiles(host.files, folder, [])).files]));
	return new Map(loaded);
}
//#endregion
export { createReport as a, holdsStandIn as i, fixWorkspace as n, openWorkspace as r, buildWorkspace as t };
