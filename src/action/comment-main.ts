import { nodeJob } from "./node-job.ts"
import { runCommentAction } from "./run-comment-action.ts"

process.exitCode = await runCommentAction(nodeJob())
