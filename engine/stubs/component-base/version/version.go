// Package version stands in for component-base's, whose version is set when a Kubernetes program is linked.
package version

import apimachineryversion "k8s.io/apimachinery/pkg/version"

// DefaultKubeBinaryVersion is the release that the engine's API server packages belong to.
const DefaultKubeBinaryVersion = "1.37"

// Get gives that release.
func Get() apimachineryversion.Info {
	return apimachineryversion.Info{Major: "1", Minor: "37", GitVersion: "v1.37.1"}
}
