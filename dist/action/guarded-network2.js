import { n as networkTiming, t as guardedNetwork } from "./guarded-network.js";
export { guardedNetwork, networkTiming };
