// The chart mirror as the network has it: a Helm repository over HTTP, and an OCI registry, on loopback, read only.

import { execFileSync } from "node:child_process"
import { createHash } from "node:crypto"
import { readFileSync } from "node:fs"
import { createServer as createHttp } from "node:http"
import { createServer as createHttps } from "node:https"
import { createServer } from "node:net"
import { join } from "node:path"
import { parse } from "yaml"

const manifestType = "application/vnd.oci.image.manifest.v1+json"
const configType = "application/vnd.cncf.helm.config.v1+json"
const layerType = "application/vnd.cncf.helm.chart.content.v1.tar+gzip"

/**
 * Serves the charts of `mirror` (an index.yaml and archives), and resolves with the addresses.
 *
 * The registry has each chart under any path that ends in its name. One port speaks both TLS and plain HTTP: Flux, and sluice
 * after it, read `insecure: true` as plain HTTP, and flate as TLS whose certificate is not checked.
 */
export async function serveMirror(mirror, scratch) {
  const index = readFileSync(join(mirror, "index.yaml"))
  const charts = readCharts(mirror, parse(index.toString()))
  const answer = (request, response) => {
    const path = decodeURIComponent(new URL(request.url, "http://mirror").pathname)
    const reply = path.startsWith("/v2/") ? registryReply(charts, path) : undefined
    const { status, type, body, digest } = reply ?? repositoryReply(mirror, index, path)
    const headers = { "content-type": type, "content-length": body.length }
    response.writeHead(
      status,
      digest === undefined ? headers : { ...headers, "docker-content-digest": digest },
    )
    response.end(request.method === "HEAD" ? undefined : body)
  }
  const plain = createHttp(answer)
  const secure = createHttps(selfSigned(scratch), answer)
  const front = createServer((socket) => {
    // A TLS handshake begins with the byte 22.
    socket.once("data", (first) => {
      socket.pause()
      socket.unshift(first)
      ;(first[0] === 22 ? secure : plain).emit("connection", socket)
      process.nextTick(() => socket.resume())
    })
    socket.on("error", () => socket.destroy())
  })
  await new Promise((settle) => front.listen(0, "127.0.0.1", settle))
  const host = `127.0.0.1:${front.address().port}`
  return {
    host,
    close: () => front.close(),
  }
}

/** Chart name → version → { manifest, its digest, blobs }. */
function readCharts(mirror, { entries }) {
  const versions = (name) =>
    entries[name].map(({ version, urls: [url], ...chart }) => [
      version,
      artifact(readFileSync(join(mirror, url)), { ...chart, version }),
    ])
  return new Map(Object.keys(entries).map((name) => [name, new Map(versions(name))]))
}

function artifact(archive, { name, version, description, type }) {
  const config = Buffer.from(JSON.stringify({ name, version, description, type, apiVersion: "v2" }))
  const manifest = Buffer.from(
    JSON.stringify({
      schemaVersion: 2,
      mediaType: manifestType,
      config: { mediaType: configType, digest: digestOf(config), size: config.length },
      layers: [{ mediaType: layerType, digest: digestOf(archive), size: archive.length }],
    }),
  )
  return {
    manifest,
    blobs: new Map([config, archive].map((bytes) => [digestOf(bytes), bytes])),
  }
}

/** The pull half of the OCI distribution specification 1.1: manifests, blobs, tags. */
function registryReply(charts, path) {
  if (path === "/v2/") return json({})
  const [, name, what, reference] =
    /^\/v2\/(?:.*\/)?([^/]+)\/(manifests|blobs|tags)\/([^/]+)$/u.exec(path) ?? []
  const versions = charts.get(name)
  if (versions === undefined) return missing("NAME_UNKNOWN")
  // A version's `+` is a `_` in a tag.
  const tagged = new Map(
    [...versions].map(([version, chart]) => [version.replace("+", "_"), chart]),
  )
  if (what === "tags") return json({ name, tags: [...tagged.keys()] })
  const all = [...versions.values()]
  if (what === "blobs") {
    const bytes = all.map(({ blobs }) => blobs.get(reference)).find((blob) => blob !== undefined)
    return bytes === undefined
      ? missing("BLOB_UNKNOWN")
      : { status: 200, type: "application/octet-stream", body: bytes, digest: reference }
  }
  const chart =
    tagged.get(reference) ??
    tagged.get(reference.replace(/^v/u, "")) ??
    tagged.get(`v${reference}`) ??
    all.find(({ manifest }) => digestOf(manifest) === reference)
  return chart === undefined
    ? missing("MANIFEST_UNKNOWN")
    : { status: 200, type: manifestType, body: chart.manifest, digest: digestOf(chart.manifest) }
}

/** A Helm repository's files: its index, and archives beside it. */
function repositoryReply(mirror, index, path) {
  if (path.endsWith("/index.yaml")) return { status: 200, type: "text/yaml", body: index }
  const archive = /\/([^/]+\.tgz)$/u.exec(path)?.[1]
  if (archive === undefined) return missing("NOT_FOUND")
  try {
    return { status: 200, type: "application/gzip", body: readFileSync(join(mirror, archive)) }
  } catch {
    return missing("NOT_FOUND")
  }
}

function json(value) {
  return { status: 200, type: "application/json", body: Buffer.from(JSON.stringify(value)) }
}

function missing(code) {
  return { ...json({ errors: [{ code, message: "there is no such thing" }] }), status: 404 }
}

function digestOf(bytes) {
  return `sha256:${createHash("sha256").update(bytes).digest("hex")}`
}

function selfSigned(scratch) {
  const key = join(scratch, "key.pem")
  const cert = join(scratch, "cert.pem")
  const subject = ["-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1"]
  const files = ["-keyout", key, "-out", cert]
  execFileSync("openssl", ["req", "-x509", "-newkey", "rsa:2048", "-nodes", ...files, ...subject], {
    stdio: "ignore",
  })
  return { key: readFileSync(key), cert: readFileSync(cert) }
}
