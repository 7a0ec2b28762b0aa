// Package features stands in for component-base's: the engine serves no pages.
package features

import "k8s.io/component-base/featuregate"

// AddFeatureGates adds none.
func AddFeatureGates(featuregate.MutableVersionedFeatureGate) error { return nil }
