/** Why a comparison with another program cannot be made here. In CI that is a fault and no reason to skip. */
export function reasonToSkip(reason: string): string {
  if (process.env.SLUICE_REQUIRE_ORACLES === "1") throw new Error(reason)
  return reason
}
