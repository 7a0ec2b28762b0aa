// Package compatibility stands in for component-base's: the API server's packages ask it which version to emulate.
package compatibility

import (
	"k8s.io/apimachinery/pkg/util/version"
	"k8s.io/component-base/featuregate"
)

// DefaultKubeComponent is the name of the API server itself.
const DefaultKubeComponent = "kube"

// EffectiveVersion is what a component emulates: here always its own release.
type EffectiveVersion interface {
	MinCompatibilityVersion() *version.Version
}

// MutableEffectiveVersion is never changed.
type MutableEffectiveVersion interface{ EffectiveVersion }

type effectiveVersion struct{ minCompatibility *version.Version }

func (v effectiveVersion) MinCompatibilityVersion() *version.Version { return v.minCompatibility }

// NewEffectiveVersion is compatible with the release before, as an API server is unless it is told otherwise.
func NewEffectiveVersion(binaryVersion *version.Version, _ bool, _, _ *version.Version) MutableEffectiveVersion {
	return effectiveVersion{version.MajorMinor(binaryVersion.Major(), binaryVersion.Minor()-1)}
}

// ComponentGlobalsRegistry holds the versions of components.
type ComponentGlobalsRegistry interface {
	Register(component string, version MutableEffectiveVersion, features featuregate.MutableVersionedFeatureGate) error
	EffectiveVersionFor(component string) EffectiveVersion
}

type registry map[string]EffectiveVersion

// NewComponentGlobalsRegistry knows no component yet.
func NewComponentGlobalsRegistry() ComponentGlobalsRegistry { return registry{} }

func (r registry) Register(component string, version MutableEffectiveVersion, _ featuregate.MutableVersionedFeatureGate) error {
	r[component] = version
	return nil
}

func (r registry) EffectiveVersionFor(component string) EffectiveVersion { return r[component] }
