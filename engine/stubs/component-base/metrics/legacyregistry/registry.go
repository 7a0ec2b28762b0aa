// Package legacyregistry stands in for component-base's: no metrics are published.
package legacyregistry

import "k8s.io/component-base/metrics"

// MustRegister does nothing.
func MustRegister(...metrics.Registerable) {}
