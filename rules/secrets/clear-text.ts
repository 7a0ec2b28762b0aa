import type { SecretValue } from "#rule"

/** Stands in a file until something puts the value there. */
const placeholder =
  /^(?:<.*>|\[.*\]|%.*%|__.*__|[x*.·-]{2,}|\.{3}|.*(?:change|replace|insert|fill)[-_ ]?(?:me|this|it|in|with|by)?\b.*|.*place[-_ ]?holder.*|.*\b(?:example|dummy|fake|redacted|todo|tbd|fixme)\b.*|your[-_ ].*|my[-_](?:password|secret|token|key)|null|none|nil|n\/a|true|false|yes|no|on|off|\d{1,5})$/iu

/** Filled in by Flux, a template or a plugin. */
const reference = /\$\{|\{\{|<%|<path:|^(?:vault|ref\+|op|akv|awssm|gcpsm|secretref)[:+]/iu

/** Meant for everybody to see, whatever it is kept in. */
const publicText =
  /^(?:-----BEGIN (?:CERTIFICATE|PUBLIC KEY|TRUSTED CERTIFICATE|X509 CRL)|ssh-(?:rsa|ed25519|dss) |ecdsa-sha2-|age1[a-z0-9]+$|[\w.,[\]:*|+/=-]+ (?:ssh-|ecdsa-))/u

/** A key whose value is a credential by its name. */
const secretName =
  /(?:pass(?:word|wd|phrase)?|pwd|secret|token|credentials?|private[-_.]?key|api[-_.]?key|access[-_.]?key|client[-_.]?key|encryption[-_.]?key|signing[-_.]?key|dockerconfig(?:json)?|kubeconfig|htpasswd|\.pem|\.key|identity|agekey|webhook(?:[-_]?url)?)$/iu

/** What such a name is not, for all its ending. */
const publicName =
  /(?:public|pub|user(?:name)?|(?:secret|key|token)[-_]?(?:name|id|ref)|access[-_.]?key[-_.]?id)$|^(?:aws[-_]?)?access[-_.]?key(?:[-_.]?id)?$|\.pub$|^(?:existing|enable|use)/iu

const privateText =
  /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY|AGE-SECRET-KEY-1|\bgh[pousr]_[A-Za-z0-9]{30,}|\bgithub_pat_|\bglpat-|\bxox[abpr]-|\bAKIA[A-Z0-9]{16}\b|hooks\.slack\.com\/services\/T|\b[a-z+]+:\/\/[^\s:/@]+:[^\s:/@${}<>]{3,}@/u

/** A line of a file that gives a credential a value. */
const line =
  /^[ \t"'-]*(?<name>[\w.-]+)["']?[ \t]*[:=][ \t]*(?<value>"[^"\n]*"|'[^'\n]*'|[^\s#,}]+)/gmu

function isShown(text: string): boolean {
  const value = text.trim()
  return value.length > 2 && !placeholder.test(value) && !reference.test(value)
}

/** Whether a value of a Secret is a credential that everybody who reads the file can read. */
export function isClearText({ key, text }: SecretValue): boolean {
  if (!isShown(text) || publicText.test(text) || text.startsWith("ENC[")) return false
  if (privateText.test(text)) return true
  if (text.includes("ENC[AES256_GCM,") || text.includes("\u0000")) return false
  if (text.trim().includes("\n")) return [...text.matchAll(line)].some(isCredential)
  return secretName.test(key) && !publicName.test(key)
}

function isCredential({ groups = {} }: RegExpMatchArray): boolean {
  const { name = "", value = "" } = groups
  const isNamed = secretName.test(name) && !publicName.test(name)
  return isNamed && isShown(value.replace(/^["']|["']$/gu, ""))
}
