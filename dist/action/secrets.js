import { a as isList, o as isObject } from "./base64.js";
import { i as toJson, t as parseYaml } from "./parse-yaml.js";
import { n as secretTexts, t as isSecret } from "./secret-values.js";
import { createHmac, randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
//#region src/cli/secrets.ts
/** `https://user:password@host`; a user `git` is no secret. */
const login = /(?<=:\/\/)(?!git@)[^\s/@"'`]+(?=@)/gu;
/** What `docker login` keeps, in a text that holds such logins. */
const dockerLogin = /(?<="(?:auth|password|identitytoken|registrytoken)"\s*:\s*")[^"\\]+(?=")/giu;
/**
* Masks with `***` and a short keyed hash: a change of the value is seen, the value is not. What the Secrets among
* `manifests` hold is masked in other objects too: charts copy passwords into arguments and annotations. So is what addresses and
* logins of Docker let in with.
*/
function createSecretMask(manifests, key) {
	const texts = secretTexts(manifests, parseAll);
	const exact = new Set(texts);
	const masked = (text) => `*** (${createHmac("sha256", key).update(text).digest("hex").slice(0, 8)})`;
	const maskText = (text) => {
		if (exact.has(text)) return masked(text);
		const known = texts.reduce((result, secret) => result.includes(secret) ? result.replaceAll(secret, masked(secret)) : result, text);
		const open = known.includes("://") ? known.replace(login, maskOnce) : known;
		return open.includes("\"auths\"") ? open.replace(dockerLogin, maskOnce) : open;
	};
	const maskOnce = (secret) => secret.startsWith("***") ? secret : masked(secret);
	const maskAll = (value, change) => {
		if (typeof value === "string") return change(value);
		if (isList(value)) return value.map((item) => maskAll(item, change));
		return isObject(value) ? mapObject(value, (child) => maskAll(child, change)) : value;
	};
	return {
		text: maskText,
		manifest: (manifest) => {
			const clean = mapObject(manifest, (child) => maskAll(child, maskText));
			if (!isSecret(manifest)) return clean;
			const hidden = (field) => isObject(field) ? mapObject(field, (value) => masked(String(value))) : field;
			return mapObject(clean, (child, name) => name === "data" || name === "stringData" ? hidden(manifest[name] ?? null) : child);
		}
	};
}
function mapObject(object, change) {
	return Object.fromEntries(Object.entries(object).map(([key, child]) => [key, change(child, key)]));
}
/** One key for each machine, so that the hash of a value is the same tomorrow; nobody else can try values against it. */
function maskKey(folder) {
	if (folder === void 0) return randomBytes(32);
	const path = join(folder, "mask-key");
	try {
		return readFileSync(path);
	} catch {
		return newMaskKey(folder, path);
	}
}
function newMaskKey(folder, path) {
	const key = randomBytes(32);
	try {
		mkdirSync(folder, {
			recursive: true,
			mode: 448
		});
		writeFileSync(path, key, {
			mode: 384,
			flag: "wx"
		});
	} catch {}
	return key;
}
function parseAll(text) {
	return parseYaml(text).documents.flatMap((document) => document.root ? [toJson(document) ?? null] : []);
}
//#endregion
export { maskKey as n, createSecretMask as t };
