//#region src/resolve/normalize-url.ts
/**
* One form for the addresses of one Git repository: without scheme, user, default port, trailing slash and `.git`
* (`flux-semantics.md` 9.2).
*/
function normalizeGitUrl(url) {
	const scp = /^(?:[\w.-]+@)?([\w.-]+):(?!\/\/)(.+)$/u.exec(url);
	const [host = "", ...rest] = (scp && !url.includes("://") ? `${scp[1]}/${scp[2]}` : url.replace(/^[a-z+]+:\/\//iu, "")).replace(/^[^/@]*@/u, "").split("/");
	const path = rest.join("/").replace(/\/+$/u, "").replace(/\.git$/u, "");
	const bare = host.toLowerCase().replace(/:(?:22|80|443)$/u, "");
	const name = bare === "ssh.github.com" ? "github.com" : bare;
	return normalizeAzure(name, foldsCase(name) ? path.toLowerCase() : path);
}
/** GitHub and GitLab do not tell `Org/Repo` from `org/repo`. */
function foldsCase(host) {
	return host === "github.com" || host === "gitlab.com";
}
function normalizeAzure(host, path) {
	const ssh = host === "ssh.dev.azure.com" ? /^v3\/([^/]+)\/([^/]+)\/(.+)$/u.exec(path) : void 0;
	return ssh ? `dev.azure.com/${ssh[1]}/${ssh[2]}/_git/${ssh[3]}` : `${host}/${path}`;
}
//#endregion
export { normalizeGitUrl as t };
