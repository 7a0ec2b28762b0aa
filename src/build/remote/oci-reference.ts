/** A repository of a registry. */
export interface OciRepository {
  /** The registry, as a login names it: `docker.io`, `ghcr.io`, `registry.example.com:5000`. */
  readonly registry: string
  /** Where its API is: `https://registry-1.docker.io`. */
  readonly origin: string
  readonly repository: string
}

/** What the distribution specification lets a repository be called. */
const repositoryName = /^[a-z0-9]+(?:[._-]+[a-z0-9]+)*(?:\/[a-z0-9]+(?:[._-]+[a-z0-9]+)*)*$/u

/** No address is longer. */
const maxLength = 2048

const dockerHosts = new Set(["docker.io", "index.docker.io", "registry-1.docker.io"])

/** Reads `oci://host/path`; undefined for what is none. Docker Hub has another name for its API, and one for its own images. */
export function parseOciUrl(url: string, insecure: boolean): OciRepository | undefined {
  const [, host = "", path = ""] =
    url.length > maxLength ? [] : (/^oci:\/\/([^/?#@\\]+)\/([^?#]*[^?#/])\/*$/u.exec(url) ?? [])
  const base = `${insecure ? "http" : "https"}://${host}`
  if (host === "" || !URL.canParse(base)) return undefined
  const { host: registry } = new URL(base)
  const isDocker = dockerHosts.has(registry)
  const repository = isDocker && !path.includes("/") ? `library/${path}` : path
  if (path.length > 255 || !repositoryName.test(repository)) return undefined
  return {
    registry: isDocker ? "docker.io" : registry,
    origin: isDocker ? "https://registry-1.docker.io" : new URL(base).origin,
    repository,
  }
}
