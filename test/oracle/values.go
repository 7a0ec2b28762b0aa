package main

import (
	"context"
	"encoding/json"

	v2 "github.com/fluxcd/helm-controller/api/v2"
	"github.com/fluxcd/pkg/chartutil"
	"github.com/go-logr/logr"
)

// composeValues does as helm-controller 1.6 does before it loads the chart.
func composeValues(asked request) answer {
	text, err := json.Marshal(asked.Release)
	if err != nil {
		return failed("request", err)
	}
	var release v2.HelmRelease
	if err := json.Unmarshal(text, &release); err != nil {
		return failed("request", err)
	}
	values, err := chartutil.ChartValuesFromReferences(context.Background(), logr.Discard(),
		objectReader{objects: asked.Objects}, release.Namespace, release.GetValues(), release.Spec.ValuesFrom...)
	if err != nil {
		return failed("values", err)
	}
	return answer{Status: "composed", Values: values}
}
