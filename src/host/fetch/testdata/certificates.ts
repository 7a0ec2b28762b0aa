import { execFileSync } from "node:child_process"

/** Makes in `folder` an authority (`ca.crt`), and what it has signed: `server` for a host, and `client`. False without openssl. */
export function makeCertificates(folder: string, host: string): boolean {
  const openssl = (...args: string[]) =>
    execFileSync("openssl", args, { cwd: folder, stdio: "ignore" })
  try {
    const key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes"]
    openssl(
      "req",
      "-x509",
      ...key,
      ...["-keyout", "ca.key", "-out", "ca.crt", "-days", "2"],
      ...["-subj", "/CN=authority"],
    )
    for (const name of ["server", "client"]) {
      const alternative = `subjectAltName=DNS:${name === "server" ? host : "client"}`
      openssl(
        "req",
        ...key,
        ...["-keyout", `${name}.key`, "-out", `${name}.csr`],
        ...["-subj", `/CN=${name}`, "-addext", alternative],
      )
      openssl(
        "x509",
        "-req",
        ...["-in", `${name}.csr`, "-out", `${name}.crt`, "-days", "2"],
        ...["-CA", "ca.crt", "-CAkey", "ca.key", "-copy_extensions", "copy"],
      )
    }
    return true
  } catch {
    return false
  }
}
