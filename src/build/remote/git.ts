import type { Credentials, Login } from "./network.ts"

/** What proves over ssh who asks, and who answers. */
export interface SshIdentity {
  /** A private key. */
  readonly identity: string
  /** The keys of hosts that are believed; no other one is. */
  readonly knownHosts: string
  /** What the key is locked with. */
  readonly passphrase?: string
}

/** A repository that git can reach. */
export interface GitRemote {
  /** http, https or ssh; without name and password. */
  readonly url: string
  readonly credentials?: Credentials
  /** Further authorities to trust, in PEM. */
  readonly authorities?: string
  readonly ssh?: SshIdentity
  /** The proxy that its source names (`proxySecretRef`). */
  readonly proxy?: NamedProxy
}

/** A proxy of http or https that a repository names. */
export interface NamedProxy {
  /** Without name and password. */
  readonly url: string
  readonly login?: Login
}

/** An entry of a commit's tree that is another repository. */
export interface Gitlink {
  readonly path: string
  readonly commit: string
}

/** The files of a commit, without symbolic links: Flux drops them (`flux-semantics.md` 4.8). */
export interface CommitFiles {
  readonly status: "ok"
  readonly commit: string
  readonly files: ReadonlyMap<string, Uint8Array>
  readonly links: readonly Gitlink[]
  /** `.gitmodules` as keys of git's configuration (`submodule.<name>.url`). */
  readonly modules: ReadonlyMap<string, string>
}

/** Branches and tags of a repository: full names, each with its commit (of an annotated tag, what it stands on). */
export interface GitRefs {
  readonly status: "ok"
  readonly refs: ReadonlyMap<string, string>
}

/** There was no answer, or it was not taken; the reason holds no secrets. */
export interface GitFailure {
  readonly status: "failed"
  readonly reason: string
}

/** A commit that is asked for. */
export interface WantedCommit {
  readonly commit: string
  /** A ref that holds it, for servers that give no commit by its id. */
  readonly ref?: string
  /** Only the files below these folders, and those of the root (`spec.sparseCheckout`); undefined: all. */
  readonly folders?: readonly string[]
}

/** Reads repositories of other hosts, behind the same guard as {@link Network}. `src/host/git` implements it. */
export interface Git {
  refs(remote: GitRemote): Promise<GitRefs | GitFailure>
  files(remote: GitRemote, wanted: WantedCommit): Promise<CommitFiles | GitFailure>
}
