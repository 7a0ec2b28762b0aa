import { t as dockerEntryFor } from "./docker-config.js";
import { homedir } from "node:os";
import { join } from "node:path";
import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
//#region src/host/fetch/docker-login.ts
const helperMs = 1e4;
/** What `docker login` has left on this machine for a registry; a helper that keeps it elsewhere is asked. */
async function dockerLogin(registry, environment) {
	const home = environment.HOME || homedir();
	const { login, helper, server = registry } = dockerEntryFor(await readFile(join(environment.DOCKER_CONFIG || join(home, ".docker"), "config.json"), "utf8").catch(() => ""), registry);
	if (login || helper === void 0) return login;
	return await askHelper(helper, server, environment);
}
/** https://github.com/docker/docker-credential-helpers: the server goes in, JSON comes out. */
function askHelper(helper, server, environment) {
	if (!/^[\w.-]+$/u.test(helper)) return Promise.resolve(void 0);
	return new Promise((settle) => {
		const child = execFile(`docker-credential-${helper}`, ["get"], {
			timeout: helperMs,
			maxBuffer: 64 * 1024,
			windowsHide: true,
			env: { ...environment }
		}, (error, stdout) => settle(error ? void 0 : loginIn(stdout)));
		child.stdin?.on("error", () => {});
		child.stdin?.end(server);
	});
}
function loginIn(text) {
	try {
		const { Username: username, Secret: password } = JSON.parse(text);
		if (typeof username !== "string" || typeof password !== "string") return void 0;
		return username === "<token>" ? {
			username: "",
			password: "",
			identityToken: password
		} : {
			username,
			password
		};
	} catch {
		return;
	}
}
//#endregion
export { dockerLogin };
