import { type Kind, kinds } from "../model/index.ts"

/** An object that a controller makes; name and namespace are templates over the fields of the object it is made from. */
export interface Product {
  readonly kind: Kind
  readonly name: string
  /** Its maker's own namespace when absent; nothing for cluster-scoped makers. */
  readonly namespace?: string
}

/** What a controller makes from every object of one kind. */
export interface ProducerRow {
  /** A group, or `*` for every group. */
  readonly group: string
  /** A kind, or `*` for every kind. */
  readonly kind: string
  readonly makes: readonly Product[]
  /** The row holds only where this field does not have one of these values. */
  readonly unless?: { readonly field: string; readonly values: readonly string[] }
}

const own = "{metadata.namespace}"
const everywhere = "*"

const secret = (name: string, namespace = own): Product => ({
  kind: kinds.Secret,
  name,
  namespace,
})
const configMap = (name: string, namespace = own): Product => ({
  kind: kinds.ConfigMap,
  name,
  namespace,
})
const secrets = (...names: readonly string[]): readonly Product[] =>
  names.map((name) => secret(name))

const row = (kind: string, makes: readonly Product[]): ProducerRow => {
  const [name = "", group = ""] = kind.split(/\.(?<group>.*)/u)
  return { group, kind: name, makes }
}

const externalSecrets: readonly ProducerRow[] = [
  // One that merges into a Secret says at least that somebody else makes it.
  {
    ...row("ExternalSecret.external-secrets.io", secrets("{spec.target.name|metadata.name}")),
    unless: { field: "spec.target.creationPolicy", values: ["None"] },
  },
  row("ClusterExternalSecret.external-secrets.io", [
    secret("{spec.externalSecretSpec.target.name}", everywhere),
    secret("{spec.externalSecretName|metadata.name}", everywhere),
  ]),
  row("SealedSecret.bitnami.com", secrets("{metadata.name}", "{spec.template.metadata.name}")),
  row("SopsSecret.isindir.github.com", secrets("{spec.secretTemplates[].name}")),
  row("SopsSecret.addons.projectcapsule.dev", secrets("{spec.secrets[].name}")),
  row("VaultStaticSecret.secrets.hashicorp.com", secrets("{spec.destination.name}")),
  row("VaultDynamicSecret.secrets.hashicorp.com", secrets("{spec.destination.name}")),
  row("VaultPKISecret.secrets.hashicorp.com", secrets("{spec.destination.name}")),
  row("HCPVaultSecretsApp.secrets.hashicorp.com", secrets("{spec.destination.name}")),
  row("VaultSecret.redhatcop.redhat.io", secrets("{spec.output.name}")),
  row("AzureKeyVaultSecret.spv.no", [
    secret("{spec.output.secret.name}"),
    configMap("{spec.output.configMap.name}"),
  ]),
  row("BitwardenSecret.lerentis.uploadfilter24.eu", [
    secret("{spec.name}", "{spec.namespace|metadata.namespace}"),
  ]),
  row("RegistryCredential.lerentis.uploadfilter24.eu", [
    secret("{spec.name}", "{spec.namespace|metadata.namespace}"),
  ]),
  row("InfisicalSecret.secrets.infisical.com", [
    secret(
      "{spec.managedSecretReference.secretName}",
      "{spec.managedSecretReference.secretNamespace|metadata.namespace}",
    ),
    secret("{spec.managedKubeSecretReferences[].secretName}", everywhere),
    configMap("{spec.managedKubeConfigMapReferences[].configMapName}", everywhere),
  ]),
  row("InfisicalDynamicSecret.secrets.infisical.com", [
    secret("{spec.managedSecretReference.secretName}", everywhere),
  ]),
  row("DopplerSecret.secrets.doppler.com", [
    secret("{spec.managedSecret.name}", "{spec.managedSecret.namespace|metadata.namespace}"),
  ]),
  row("OnePasswordItem.onepassword.com", secrets("{metadata.name}")),
  row(
    "SecretProviderClass.secrets-store.csi.x-k8s.io",
    secrets("{spec.secretObjects[].secretName}"),
  ),
  row("SecretSync.secret-sync.x-k8s.io", secrets("{metadata.name}")),
  row("ClusterSecret.clustersecret.io", [secret("{metadata.name}", everywhere)]),
  row("Password.secretgen.k14s.io", secrets("{metadata.name}")),
  row("RSAKey.secretgen.k14s.io", secrets("{metadata.name}")),
  row("SSHKey.secretgen.k14s.io", secrets("{metadata.name}")),
  row("BasicAuth.secretgenerator.mittwald.de", secrets("{metadata.name}")),
  row("SSHKeyPair.secretgenerator.mittwald.de", secrets("{metadata.name}")),
]

const certificates: readonly ProducerRow[] = [
  row("Certificate.cert-manager.io", secrets("{spec.secretName}")),
  row("Issuer.cert-manager.io", secrets("{spec.acme.privateKeySecretRef.name}")),
  row("ClusterIssuer.cert-manager.io", [
    secret("{spec.acme.privateKeySecretRef.name}", everywhere),
  ]),
  // Made by cert-manager when the Ingress asks for it; a Secret that an Ingress uses is at least expected.
  row("Ingress.networking.k8s.io", secrets("{spec.tls[].secretName}")),
  row("Bundle.trust.cert-manager.io", [
    configMap("{metadata.name}", everywhere),
    secret("{metadata.name}", everywhere),
  ]),
  row("ClusterBundle.trust-manager.io", [
    configMap("{metadata.name}", everywhere),
    secret("{metadata.name}", everywhere),
  ]),
]

const operators: readonly ProducerRow[] = [
  row(
    "Cluster.postgresql.cnpg.io",
    ["app", "superuser", "ca", "server", "replication"].map((end) =>
      secret(`{metadata.name}-${end}`),
    ),
  ),
  row(
    "postgresql.acid.zalan.do",
    secrets("*.{metadata.name}.credentials.postgresql.acid.zalan.do"),
  ),
  row("PostgresCluster.postgres-operator.crunchydata.com", secrets("{metadata.name}-*")),
  row("PerconaXtraDBCluster.pxc.percona.com", secrets("{metadata.name}-*", "{spec.secretsName}")),
  row("RabbitmqCluster.rabbitmq.com", secrets("{metadata.name}-*")),
  row("User.rabbitmq.com", secrets("{metadata.name}-user-credentials")),
  row("Elasticsearch.elasticsearch.k8s.elastic.co", secrets("{metadata.name}-es-*")),
  row("MongoDBCommunity.mongodbcommunity.mongodb.com", secrets("{metadata.name}-*")),
  row("Kafka.kafka.strimzi.io", secrets("{metadata.name}-*")),
  row("KafkaUser.kafka.strimzi.io", secrets("{metadata.name}")),
  row("Database.kinda.rocks", [secret("{spec.secretName}"), configMap("{spec.secretName}")]),
  row("ObjectBucketClaim.objectbucket.io", [
    secret("{metadata.name}"),
    configMap("{metadata.name}"),
  ]),
  row(
    "CephObjectStoreUser.ceph.rook.io",
    secrets("rook-ceph-object-user-{spec.store}-{metadata.name}"),
  ),
  row("FieldExport.services.k8s.aws", [
    secret("{spec.to.name}", "{spec.to.namespace|metadata.namespace}"),
    configMap("{spec.to.name}", "{spec.to.namespace|metadata.namespace}"),
  ]),
  row("Terraform.infra.contrib.fluxcd.io", secrets("{spec.writeOutputsToSecret.name}")),
  row("GithubApp.githubapp.samir.io", secrets("{spec.accessTokenSecret}")),
  // Kubeconfigs of clusters that another operator makes.
  row("Cluster.cluster.x-k8s.io", secrets("{metadata.name}-kubeconfig")),
  row("Cluster.k0smotron.io", secrets("{metadata.name}-kubeconfig")),
  row("TenantControlPlane.kamaji.clastix.io", secrets("{metadata.name}-admin-kubeconfig")),
  row("HostedCluster.hypershift.openshift.io", secrets("{metadata.name}-*")),
]

const flux: readonly ProducerRow[] = [
  row("ArtifactGenerator.source.extensions.fluxcd.io", [
    { kind: kinds.ExternalArtifact, name: "{spec.artifacts[].name}" },
  ]),
  row("HelmRelease.helm.toolkit.fluxcd.io", [
    {
      kind: kinds.HelmChart,
      name: "{metadata.namespace}-{metadata.name}",
      namespace: "{spec.chart.spec.sourceRef.namespace|metadata.namespace}",
    },
  ]),
]

/** What controllers make, by kind; every row of an object counts. */
export const producerRows: readonly ProducerRow[] = [
  ...externalSecrets,
  ...certificates,
  ...operators,
  ...flux,
  row("Namespace.", [
    { kind: kinds.ServiceAccount, name: "default", namespace: "{metadata.name}" },
    configMap("kube-root-ca.crt", "{metadata.name}"),
  ]),
  // Conventions that many controllers share: Crossplane's connection details, Azure's operator.
  row("*.*", [
    secret(
      "{spec.writeConnectionSecretToRef.name}",
      "{spec.writeConnectionSecretToRef.namespace|metadata.namespace}",
    ),
    secret("{spec.operatorSpec.secrets.*.name}"),
    configMap("{spec.operatorSpec.configMaps.*.name}"),
  ]),
]
