/** A user's name and password. */
export interface Login {
  readonly username: string
  readonly password: string
  /** What docker keeps instead of a password: it is exchanged for a token, and sent to nothing but the place that gives tokens. */
  readonly identityToken?: string
}

/** An access key of S3, for a region. */
export interface SigningKey {
  readonly id: string
  readonly secret: string
  readonly region: string
}

/** What proves who asks. It goes to its own origin and nowhere else, whatever a server redirects to. */
export interface Credentials {
  /** Scheme, host and port: `https://charts.example.com`. */
  readonly origin: string
  /** The value of the header `Authorization`. */
  readonly authorization?: string
  /** What requests are signed with, as S3 wants it. */
  readonly signing?: SigningKey
  /** A client certificate and its key, in PEM. */
  readonly certificate?: { readonly cert: string; readonly key: string }
}

/** Something to download. */
export interface DownloadRequest {
  readonly url: string
  readonly maxBytes: number
  readonly accept?: string
  /**
   * Whether the server may send it compressed. An archive is taken as its bytes come, as Helm takes it: some servers call a
   * `.tgz` a file with the content encoding gzip.
   */
  readonly compressible?: boolean
  readonly credentials?: Credentials
  /** Further authorities to trust, in PEM. */
  readonly authorities?: string
  /** Is sent with POST, as a form; it goes along with no redirect. */
  readonly form?: Readonly<Record<string, string>>
  /** What the server said of the copy that is there already: it answers `unchanged` when that is still good. */
  readonly validators?: Validators
}

/** Marks of a version of a file, as its server gives them. */
export interface Validators {
  readonly etag?: string
  readonly lastModified?: string
}

/** What became of a download. */
export type Download =
  | {
      readonly status: "ok"
      readonly bytes: Uint8Array
      readonly headers: ReadonlyMap<string, string>
    }
  | { readonly status: "unchanged" }
  /** The server has answered with another code than 200. */
  | {
      readonly status: "refused"
      readonly code: number
      readonly headers: ReadonlyMap<string, string>
      readonly bytes: Uint8Array
    }
  /** There was no answer, or it was not taken; the reason names the host, and holds no secrets. */
  | {
      readonly status: "failed"
      readonly reason: string
      /** Nobody was asked: the user does not allow the host. */
      readonly refused?: boolean
    }

/** The network as it is for a stranger's repository: guarded, limited, patient. `src/host/fetch` implements it. */
export interface Network {
  get(request: DownloadRequest): Promise<Download>
  /** What this machine's user has for a registry (docker's configuration); nothing for an untrusted repository. */
  loginFor(registry: string): Promise<Login | undefined>
}
