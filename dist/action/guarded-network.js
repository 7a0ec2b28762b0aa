import { n as guardedStore, r as networkTiming, t as guardedNetwork } from "./guarded-network2.js";
export { guardedNetwork, guardedStore, networkTiming };
