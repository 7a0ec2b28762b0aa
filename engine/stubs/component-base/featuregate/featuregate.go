// Package featuregate stands in for component-base's: features are as on by default as in the release that the engine
// is built from. The real one brings command line flags, and with them TLS, and metrics.
package featuregate

import (
	"fmt"

	"k8s.io/apimachinery/pkg/util/version"
	baseversion "k8s.io/component-base/version"
)

// Feature is the name of a feature.
type Feature string

type prerelease string

// The stages of a feature.
const (
	Alpha      = prerelease("ALPHA")
	Beta       = prerelease("BETA")
	GA         = prerelease("")
	Deprecated = prerelease("DEPRECATED")
)

// FeatureSpec says from which version on a feature is on or off.
type FeatureSpec struct {
	Default                 bool
	LockToDefault           bool
	PreRelease              prerelease
	Version                 *version.Version
	MinCompatibilityVersion *version.Version
}

// VersionedSpecs are sorted by version.
type VersionedSpecs []FeatureSpec

// FeatureGate answers whether a feature is on.
type FeatureGate interface{ Enabled(key Feature) bool }

// MutableVersionedFeatureGate learns of features.
type MutableVersionedFeatureGate interface {
	FeatureGate
	AddVersioned(features map[Feature]VersionedSpecs) error
	AddDependencies(dependencies map[Feature][]Feature) error
}

type gate map[Feature]bool

// NewFeatureGate knows no feature yet.
func NewFeatureGate() MutableVersionedFeatureGate { return gate{} }

func (g gate) Enabled(key Feature) bool {
	enabled, known := g[key]
	if !known {
		panic(fmt.Errorf("feature %q is not registered in FeatureGate", key))
	}
	return enabled
}

var (
	current  = version.MustParse(baseversion.DefaultKubeBinaryVersion)
	previous = current.SubtractMinor(1)
)

// AddVersioned takes the newest entry that applies, as component-base does (featureSpecAtEmulationAndMinCompatVersion).
func (g gate) AddVersioned(features map[Feature]VersionedSpecs) error {
	for key, specs := range features {
		g[key] = false
		for _, spec := range specs {
			isCompatible := spec.MinCompatibilityVersion == nil || previous.AtLeast(spec.MinCompatibilityVersion)
			if isCompatible && current.AtLeast(spec.Version) {
				g[key] = spec.Default
			}
		}
	}
	return nil
}

// AddDependencies changes nothing: they restrict what a flag may turn on.
func (gate) AddDependencies(map[Feature][]Feature) error { return nil }
