package main

import (
	"context"
	"encoding/json"

	"github.com/fluxcd/pkg/apis/meta"
	"github.com/fluxcd/pkg/chartutil"
	"github.com/go-logr/logr"
	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"
	"sigs.k8s.io/yaml"
)

type releaseSpec struct {
	// Values is raw, as in HelmRelease.spec.values of helm-controller's api/v2.
	Values     json.RawMessage        `json:"values"`
	ValuesFrom []meta.ValuesReference `json:"valuesFrom"`
}

// composeValues does as helm-controller 1.6 does before it loads the chart: GetValues, then ChartValuesFromReferences.
func composeValues(asked request) answer {
	text, err := json.Marshal(asked.Release["spec"])
	if err != nil {
		return failed("request", err)
	}
	var spec releaseSpec
	if err := json.Unmarshal(text, &spec); err != nil {
		return failed("request", err)
	}
	var inline map[string]any
	if spec.Values != nil {
		// GetValues of helm-controller ignores the error, too.
		_ = yaml.Unmarshal(spec.Values, &inline)
	}
	namespace, _, _ := unstructured.NestedString(asked.Release, "metadata", "namespace")
	values, err := chartutil.ChartValuesFromReferences(context.Background(), logr.Discard(),
		objectReader{objects: asked.Objects}, namespace, inline, spec.ValuesFrom...)
	if err != nil {
		return failed("values", err)
	}
	return answer{Status: "composed", Values: values}
}
