import { parentPort } from "node:worker_threads";
import { createHash, randomBytes } from "node:crypto";
import { chmodSync, chownSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { brotliDecompressSync } from "node:zlib";
import { dirname } from "node:path";
//#region src/host/engine/wasi.ts
/** A program that ended itself: Go does so after a fatal error. */
var WasiExit = class extends Error {
	code;
	constructor(code) {
		super(`the engine ended with code ${code}`);
		this.code = code;
	}
};
const success = 0;
const badDescriptor = 8;
const unsupported = 52;
/** 2026-01-01T00:00:00Z in nanoseconds: what the sandbox takes for the present. */
const frozenTime = 1767225600000000000n;
/** The reason of a fatal error stands at its start; a trace of the stack follows. */
const maxErrors = 4096;
/**
* `node:wasi` of Node 20 corrupts the heap after large renders, so these are the few calls that Go's runtime makes,
* written out. Everything that is not here answers "not supported".
*/
function createWasi(monotonic) {
	let memory = new WebAssembly.Memory({ initial: 0 });
	let errors = "";
	let seed = 1;
	const view = () => new DataView(memory.buffer);
	const bytes = (offset, length) => new Uint8Array(memory.buffer, offset >>> 0, length);
	function random(offset, length) {
		const target = bytes(offset, length);
		for (let i = 0; i < length; i++) {
			seed = Math.imul(seed, 1664525) + 1013904223 >>> 0;
			target[i] = seed >>> 24;
		}
		return success;
	}
	function write(descriptor, vectors, count, written) {
		if (descriptor !== 1 && descriptor !== 2) return badDescriptor;
		let total = 0;
		for (let i = 0; i < count; i++) {
			const offset = view().getUint32(vectors + 8 * i, true);
			const length = view().getUint32(vectors + 8 * i + 4, true);
			if (descriptor === 2) errors = (errors + new TextDecoder().decode(bytes(offset, length).slice())).slice(0, maxErrors);
			total += length;
		}
		view().setUint32(written, total, true);
		return success;
	}
	function clock(id, _precision, result) {
		view().setBigUint64(result, id === 0 ? frozenTime : monotonic(), true);
		return success;
	}
	const imports = {
		...argumentCalls(view, bytes),
		clock_time_get: clock,
		random_get: random,
		fd_write: write,
		poll_oneoff: (_in, events, count, ready) => answerPoll(view(), _in, events, count, ready),
		sched_yield: () => success,
		proc_exit: (code) => {
			throw new WasiExit(code);
		}
	};
	return {
		imports: new Proxy(imports, { get: (known, name) => known[name] ?? missingCall(name) }),
		attach: (attached) => {
			memory = attached;
		},
		reset: () => {
			seed = 1;
			errors = "";
		},
		errors: () => errors
	};
}
/** One argument, the program's name, as Go's runtime needs; an empty environment. */
function argumentCalls(view, bytes) {
	const name = new TextEncoder().encode("engine\0");
	const sizes = (count, size) => (countAt, sizeAt) => {
		view().setUint32(countAt, count, true);
		view().setUint32(sizeAt, size, true);
		return success;
	};
	return {
		args_sizes_get: sizes(1, name.length),
		args_get: (pointers, buffer) => {
			view().setUint32(pointers, buffer, true);
			bytes(buffer, name.length).set(name);
			return success;
		},
		environ_sizes_get: sizes(0, 0),
		environ_get: () => success
	};
}
/** Every subscription is ready at once: a Go program that sleeps here spins until its monotonic clock is there. */
function answerPoll(view, subscriptions, events, count, ready) {
	for (let i = 0; i < count; i++) {
		const subscription = subscriptions + 48 * i;
		const event = events + 32 * i;
		view.setBigUint64(event, view.getBigUint64(subscription, true), true);
		view.setUint16(event + 8, success, true);
		view.setUint8(event + 10, view.getUint8(subscription + 8));
	}
	view.setUint32(ready, count, true);
	return success;
}
/** Descriptors lead nowhere: Go learns from `fd_prestat_get` that no folder is open. */
function missingCall(name) {
	const result = name.startsWith("fd_") ? badDescriptor : unsupported;
	return () => result;
}
//#endregion
//#region src/host/engine/instance.ts
/** The engine ended within a call. */
var EngineCrash = class extends Error {
	limit;
	constructor(limit, message, options) {
		super(message, options);
		this.limit = limit;
	}
};
/** Starts an engine; `clock` is its monotonic time in nanoseconds. */
function startInstance(module, clock) {
	const wasi = createWasi(clock);
	const instance = new WebAssembly.Instance(module, { wasi_snapshot_preview1: wasi.imports });
	const exports = instance.exports;
	wasi.attach(exports.memory);
	exports._initialize?.();
	return {
		exports: instance.exports,
		call: (head, blobs) => {
			try {
				wasi.reset();
				return exchange$1(exports, frame(head, blobs));
			} catch (error) {
				throw asCrash(error, wasi);
			}
		}
	};
}
function exchange$1(exports, request) {
	const size = request.reduce((sum, part) => sum + part.length, 0);
	let offset = exports.sluice_buffer(size) >>> 0;
	const memory = new Uint8Array(exports.memory.buffer);
	for (const part of request) {
		memory.set(part, offset);
		offset += part.length;
	}
	const length = exports.sluice_call();
	const answer = exports.sluice_answer() >>> 0;
	return new Uint8Array(exports.memory.buffer, answer, length).slice();
}
/** The length of the head (32 bits, little endian), the head, the blobs. */
function frame(head, blobs) {
	const encoded = new TextEncoder().encode(head);
	const length = new Uint8Array(4);
	new DataView(length.buffer).setUint32(0, encoded.length, true);
	return [
		length,
		encoded,
		...blobs
	];
}
function asCrash(error, wasi) {
	const report = wasi.errors();
	const cause = { cause: error };
	if (/out of memory|cannot allocate|memory limit/u.test(report)) return new EngineCrash("memory", "the engine ran out of memory", cause);
	if (error instanceof RangeError) return new EngineCrash("crash", "the engine's call stack overflowed: endless recursion", cause);
	const reason = report.match(/^(?:fatal error|panic|runtime): .*$/mu)?.[0];
	const fallback = error instanceof WasiExit || error instanceof Error ? error.message : String(error);
	return new EngineCrash("crash", `the engine crashed: ${reason ?? fallback}`, cause);
}
//#endregion
//#region src/host/atomic-write.ts
/** Writes a file whole or not at all: beside its place first, then renamed into it. */
function writeAtomically(path, content, { like, mode } = {}) {
	const temporary = `${path}.${process.pid}-${randomBytes(4).toString("hex")}.tmp`;
	try {
		writeFileSync(temporary, content, {
			flag: "wx",
			...mode !== void 0 && { mode }
		});
		if (like) copyOwner(temporary, like);
		renameSync(temporary, path);
	} catch (error) {
		removeQuietly(temporary);
		throw error;
	}
}
/** Writes a file of a cache, in a folder for its owner alone: a full or read-only disk makes runs slower, not wrong. */
function writeForLater(path, content) {
	try {
		mkdirSync(dirname(path), {
			recursive: true,
			mode: 448
		});
		writeAtomically(path, content, { mode: 384 });
	} catch {}
}
function removeQuietly(path) {
	try {
		rmSync(path, { force: true });
	} catch {}
}
function copyOwner(path, { uid, gid, mode }) {
	if (process.getuid?.() === 0) chownSync(path, uid, gid);
	chmodSync(path, mode & 4095);
}
//#endregion
//#region src/host/engine/load-module.ts
/** Compiles the engine, from the unpacked copy where there is one; `keep` writes that copy. Throws when the file is damaged. */
function loadModule(source) {
	const { copy } = source;
	const unpacked = copy === void 0 ? void 0 : readCopy(copy, source.digest);
	const content = unpacked ?? unpack(source);
	return {
		module: new WebAssembly.Module(content),
		keep: () => {
			if (copy !== void 0 && unpacked === void 0) writeForLater(copy, content);
		}
	};
}
function readCopy(path, digest) {
	try {
		const content = readFileSync(path);
		return sha256(content) === digest ? content : void 0;
	} catch {
		return;
	}
}
function unpack({ packed, digest, size }) {
	const content = brotliDecompressSync(readFileSync(packed), { chunkSize: size });
	const found = sha256(content);
	if (found !== digest) throw new Error(`${packed} is damaged: its digest is ${found}`);
	return content;
}
function sha256(content) {
	return createHash("sha256").update(content).digest("hex");
}
//#endregion
//#region src/host/engine/worker.ts
/** The engine's snapshot was taken within its first seconds, and time must not go back. */
const snapshotTime = 60000000000n;
function monotonicTime() {
	return snapshotTime + process.hrtime.bigint();
}
/** The thread in which an engine runs: it can be killed when a call takes too long. */
function serve(port) {
	let instance;
	const reply = (message) => {
		port.postMessage(message, message.type === "answer" ? [message.answer.buffer] : []);
	};
	port.on("message", (message) => {
		try {
			if (message.type === "load") {
				const { module, keep } = loadModule(message.source);
				reply({
					type: "loaded",
					module
				});
				keep();
				port.close();
			} else if (message.type === "start") {
				instance = startInstance(message.module, monotonicTime);
				reply({ type: "ready" });
			} else if (instance !== void 0) reply({
				type: "answer",
				answer: answer(instance, message.call)
			});
		} catch (error) {
			reply({
				type: "crash",
				limit: error instanceof EngineCrash ? error.limit : "crash",
				message: error instanceof Error ? error.message : String(error)
			});
		}
	});
}
/** Sends a call; when the engine does not have its tree or chart, or no longer, sends that first. */
function answer(instance, call) {
	const first = exchange(instance, call.name, call.request, call.blobs);
	if (!isMissing(first)) return first;
	for (const { kind, request, data } of call.attachments) exchange(instance, kind, request, [new Uint8Array(data)]);
	return exchange(instance, call.name, call.request, call.blobs);
}
function exchange(instance, name, request, blobs) {
	const sizes = JSON.stringify(blobs.map((blob) => blob.length));
	return instance.call(`{"call":"${name}","request":${request},"blobs":${sizes}}`, blobs);
}
const missing = new TextEncoder().encode("{\"status\":\"missing\"");
function isMissing(message) {
	return missing.every((byte, index) => message[index] === byte);
}
if (parentPort !== null) serve(parentPort);
//#endregion
export {};
