import { c as stringAt, l as valueAt, n as lenientUtf8, o as isObject, t as decodeBase64 } from "./base64.js";
//#region src/build/remote/docker-config.ts
/** The names under which Docker Hub's login is kept. */
const dockerNames = [
	"https://index.docker.io/v1/",
	"index.docker.io",
	"docker.io"
];
/** Finds a registry in a `config.json` or `.dockerconfigjson`. https://docs.docker.com/reference/cli/docker/login */
function dockerEntryFor(text, registry) {
	let config;
	try {
		config = JSON.parse(text);
	} catch {
		return {};
	}
	const names = registry === "docker.io" ? dockerNames : [registry];
	const auths = valueAt(config, ["auths"]);
	const keys = isObject(auths) ? Object.keys(auths) : [];
	const key = keys.find((one) => names.includes(one)) ?? keys.find((one) => names.includes(hostOf(one)));
	const login = key === void 0 ? void 0 : loginOf(valueAt(auths, [key]));
	if (login) return { login };
	const helper = names.map((name) => stringAt(config, ["credHelpers", name])).find((one) => one !== void 0) ?? stringAt(config, ["credsStore"]);
	return helper === void 0 ? {} : {
		helper,
		server: names[0] ?? registry
	};
}
function hostOf(key) {
	return key.replace(/^https?:\/\//u, "").split("/")[0] ?? "";
}
function loginOf(entry) {
	const identityToken = stringAt(entry, ["identitytoken"]);
	if (identityToken) return {
		username: "",
		password: "",
		identityToken
	};
	const username = stringAt(entry, ["username"]);
	const password = stringAt(entry, ["password"]);
	if (username !== void 0 && password !== void 0) return {
		username,
		password
	};
	const bytes = decodeBase64(stringAt(entry, ["auth"]) ?? "");
	const text = bytes ? lenientUtf8(bytes) : "";
	const colon = text.indexOf(":");
	return colon > 0 ? {
		username: text.slice(0, colon),
		password: text.slice(colon + 1)
	} : void 0;
}
//#endregion
export { dockerEntryFor as t };
