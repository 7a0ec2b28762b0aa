/** Texts that Flux, kustomize and Helm print, and the rules that find their cause; `…` stands for any text (`flux-semantics.md`, appendix E). */
const texts: readonly (readonly [fragment: string, ...rules: string[]])[] = [
  ["no matches for kind", "api-version-removed", "ks-crd-ordering", "component-not-installed"],
  ["field not declared in schema", "unknown-field", "field-removed", "field-too-new"],
  [
    "kustomization path not found",
    "ks-path-missing",
    "ks-path-case",
    "sourceignore-excludes-used-file",
  ],
  ["Found multiple kustomization files", "kfile-duplicate"],
  ["failed to decode Kubernetes YAML from", "non-kubernetes-yaml-in-path"],
  ["missing Resource metadata", "non-kubernetes-yaml-in-path"],
  ["may not add resource with an already registered id", "kfile-duplicate-resource"],
  ["no resource matches strategic merge patch", "kfile-patch-no-match"],
  ["no matches for Id", "kfile-patch-no-match"],
  ["unable to parse SM or JSON patch", "kfile-patch-invalid"],
  ["must specify a target for JSON patch", "kfile-patch-invalid"],
  ["accumulating resources…no such file or directory", "kfile-missing-resource", "symlink-in-path"],
  ["expected kind != 'Component'", "kfile-component-as-resource"],
  ["component path '…' must be local and relative", "ks-components-not-relative"],
  ["must specify --enable-helm", "kfile-helm-charts"],
  ["cycle detected: candidate root", "kfile-cycle"],
  ['mapping key "…" already defined', "yaml-duplicate-key"],
  ["variable not set (strict mode)", "subst-undefined-variable"],
  [
    "missing closing brace",
    "subst-syntax",
    "subst-unsupported-operator",
    "subst-foreign-expression",
  ],
  [
    "unable to parse variable name",
    "subst-syntax",
    "subst-unsupported-operator",
    "subst-foreign-expression",
  ],
  ["bad substitution", "subst-syntax", "subst-unsupported-operator", "subst-foreign-expression"],
  ["unable to parse substitution within function", "subst-syntax", "subst-unsupported-operator"],
  ["var name is invalid, must match", "subst-var-name-invalid"],
  ["substitute from 'ConfigMap/", "subst-source-missing"],
  ["substitute from 'Secret/", "subst-source-missing"],
  ["is SOPS encrypted, configuring decryption is required", "sops-no-decryption"],
  ["namespace not specified", "namespace-missing"],
  ['namespaces "…" not found', "namespace-not-created", "ks-target-namespace-missing"],
  ["dependency '…' not found", "ks-depends-on-missing", "ks-dependency-not-gated"],
  ["dependency '…' is not ready", "ks-depends-on-missing", "ks-dependency-not-gated"],
  ["dependency '…' revision is not up to date", "ks-depends-on-missing", "ks-dependency-not-gated"],
  ["unable to get '…' dependency", "hr-depends-on-missing"],
  ["circular dependency detected", "ks-depends-on-cycle", "hr-depends-on-cycle"],
  ["cross-namespace references have been blocked", "cross-namespace-ref"],
  ["cross-namespace references are not allowed", "cross-namespace-ref"],
  [
    "could not resolve…chart values reference",
    "hr-values-ref-missing",
    "hr-values-key-missing",
    "hr-values-target-invalid",
  ],
  ['key "…" has no value', "hr-values-target-special-chars", "hr-values-target-invalid"],
  ['key map "…" has no value', "hr-values-target-special-chars", "hr-values-target-invalid"],
  ["values don't meet the specifications of the schema", "hr-values-schema"],
  [
    "no '…' chart with version matching '…' found",
    "hr-version-unsatisfied",
    "hr-version-invalid",
    "hr-version-missing",
  ],
  ["improper constraint", "semver-invalid", "hr-version-invalid"],
  ["no values file found at path", "hr-values-files-missing"],
  ["artifact revision…does not match chart version", "hr-oci-tag-chart-version"],
  [
    "'oci' URL scheme cannot be used with 'default' HelmRepository type",
    "helmrepo-type-url-mismatch",
  ],
  ["'identity' is required", "git-ssh-no-secret"],
  ["either chart or chartRef must be set", "hr-chart-exclusive"],
  ["MissingRollbackTarget", "hr-no-remediation"],
  ["RetriesExceeded", "hr-no-remediation"],
  ["matchLabels field not set when using wildcard", "receiver-wildcard-labels"],
  ["missing ACL labels on 'accessFrom'", "imagepolicy-acl"],
  ["failed to parse invalid numeric value", "imagepolicy-numerical-no-filter"],
  ["push spec not provided, and cannot be inferred", "iua-push-branch-missing"],
  ["map has no entry for key", "rset-undefined-input", "rset-inline-id"],
  ['function "…" not defined', "rset-template-error"],
  ["Source…not found", "ks-source-missing", "hr-source-missing"],
]

/** The rules that find the cause of an error message, in the order of the text; later releases bring some of them. */
export function rulesOfError(message: string): readonly string[] {
  const text = message.toLowerCase()
  return [
    ...new Set(
      texts.filter(([fragment]) => holds(text, fragment)).flatMap(([, ...rules]) => rules),
    ),
  ]
}

/** Whether the parts of `fragment` are in `text`, one after the other. */
function holds(text: string, fragment: string): boolean {
  let at = 0
  for (const part of fragment.toLowerCase().split("…")) {
    const found = text.indexOf(part, at)
    if (found < 0) return false
    at = found + part.length
  }
  return true
}
