import { nodeJob } from "./node-job.ts"
import { runAction } from "./run-action.ts"

process.exitCode = await runAction(nodeJob())
