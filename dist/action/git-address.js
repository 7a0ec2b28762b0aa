import { r as resolveTag } from "./resolve.js";
//#region src/build/remote/git-reference.ts
/** The reference in words, as `sluice.lock` and messages have it. */
function referenceText(reference) {
	switch (reference.by) {
		case "commit": return `commit ${reference.commit}`;
		case "name": return `ref ${reference.name}`;
		case "tag": return `tag ${reference.tag}`;
		case "semver": return `semver ${reference.semver}`;
		case "branch": return `branch ${reference.branch}`;
	}
}
/** Chooses a commit among the refs that a repository has, as source-controller would. */
function chooseCommit(reference, refs) {
	switch (reference.by) {
		case "name": return at(refs, reference.name, `it has no ref \`${reference.name}\``);
		case "tag": return at(refs, `refs/tags/${reference.tag}`, `it has no tag \`${reference.tag}\``);
		case "branch": return at(refs, `refs/heads/${reference.branch}`, `it has no branch \`${reference.branch}\``);
		case "semver": return newestTag(refs, reference.semver);
	}
}
function at(refs, ref, reason) {
	const commit = refs.get(ref);
	return commit === void 0 ? lacking(reason) : {
		status: "chosen",
		commit,
		ref
	};
}
const tagsPrefix = "refs/tags/";
function newestTag(refs, semver) {
	const picked = resolveTag(semver, [...refs.keys()].filter((ref) => ref.startsWith(tagsPrefix)).map((tag) => tag.slice(10)), "other");
	if (picked.status === "invalid-constraint") return lacking(`\`${semver}\`: ${picked.message}`);
	if (picked.status === "no-match") return lacking(`none of its tags is in the range \`${semver}\``);
	const { chosen, ties } = picked;
	if (new Set([chosen, ...ties].map((tag) => refs.get(`${tagsPrefix}${tag}`))).size > 1) return lacking(`its tags ${[chosen, ...ties].join(", ")} are the same version`);
	return at(refs, `${tagsPrefix}${chosen}`, "");
}
function lacking(reason) {
	return {
		status: "lacking",
		reason
	};
}
/** Whether a text is the full id of a commit. */
function isCommitId(text) {
	return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/u.test(text);
}
//#endregion
//#region src/build/remote/git-address.ts
/** The schemes that Flux takes. No `file:`, no `git:`, no `ext::` (`flux-semantics.md` 4.1, `safety.md` row 12). */
const schemes = new Set([
	"http:",
	"https:",
	"ssh:"
]);
/** An address of a git repository; undefined for one that nothing may be fetched from. */
function parseGitUrl(text) {
	if (text.length > 2048 || /[\0-\x20\x7f]/u.test(text) || !URL.canParse(text)) return void 0;
	const url = new URL(text);
	if (!schemes.has(url.protocol) || url.hostname === "" || url.hash !== "") return void 0;
	const isPlain = /^(?:\[[\da-f:.]+\]|\w[\w.-]*)$/iu.test(url.hostname);
	const isUser = /^(?:\w[\w.-]*)?$/u.test(url.username);
	return url.protocol !== "ssh:" || isPlain && isUser ? url : void 0;
}
/** The address without name and password: those travel as credentials, but ssh has its user there. */
function plainGitUrl(url) {
	const plain = new URL(url);
	plain.password = "";
	if (url.protocol !== "ssh:") plain.username = "";
	else if (url.username === "") plain.username = "git";
	return plain.href;
}
/**
* The address of a submodule: `./` and `../` go from the parent's, `git@host:path` is ssh.
* https://git-scm.com/docs/git-submodule (add)
*/
function submoduleUrl(parent, text) {
	const base = parseGitUrl(parent);
	if (!base) return void 0;
	if (/^\.\.?\//u.test(text)) {
		const steps = base.pathname.replace(/\/+$/u, "").split("/");
		let rest = text;
		for (; /^\.\.?\//u.test(rest); rest = rest.slice(rest.indexOf("/") + 1)) if (rest.startsWith("../") && steps.length > 1) steps.pop();
		const url = new URL(base);
		url.pathname = [...steps, rest].join("/");
		return parseGitUrl(url.href);
	}
	const [, user = "git", host, path] = /^(?:([\w.-]+)@)?([\w.-]+):(?!\/)(.+)$/u.exec(text) ?? [];
	if (host !== void 0 && path !== void 0 && !path.startsWith(":")) return parseGitUrl(`ssh://${user}@${host}/${path}`);
	return parseGitUrl(text);
}
//#endregion
export { isCommitId as a, chooseCommit as i, plainGitUrl as n, referenceText as o, submoduleUrl as r, parseGitUrl as t };
