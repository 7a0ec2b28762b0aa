import { type ClusterRule, defineClusterRule, describe, isWhole, kinds, stringAt } from "#rule"

export const gitSshNoSecret: ClusterRule = defineClusterRule({
  id: "git-ssh-no-secret",
  category: "sources",
  scope: "cluster",
  severity: "error",
  presets: ["recommended"],
  summary: "A GitRepository is fetched over SSH and names no Secret with a key.",
  why: "Flux reports AuthenticationFailed with `invalid 'ssh' auth option: 'identity' is required` and never fetches the repository, not even a public one.",
  docs: ["https://fluxcd.io/flux/components/source/gitrepositories/#ssh-authentication"],
  since: "0.1.0",

  *check({ cluster }) {
    for (const repository of cluster.all(kinds.GitRepository)) {
      const url = stringAt(repository.manifest, ["spec", "url"])
      if (repository.origin.via === "implied" || !url?.startsWith("ssh://")) continue
      if (stringAt(repository.manifest, ["spec", "secretRef", "name"])) continue
      if (!isWhole(cluster, repository)) continue
      yield {
        at: repository.at(["spec", "url"]),
        message: `${describe(repository.id)} is fetched over SSH from \`${url}\`, but has no \`spec.secretRef\`.`,
        help: `Add \`secretRef\` with a Secret of namespace \`${repository.id.namespace ?? ""}\` that has the keys \`identity\` and \`known_hosts\`, or write an \`https://\` address.`,
      }
    }
  },
})
