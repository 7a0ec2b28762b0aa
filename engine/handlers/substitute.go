package handlers

import (
	"bytes"
	"context"
	"fmt"
	"maps"
	"regexp"
	"slices"

	fluxkustomize "github.com/fluxcd/pkg/kustomize"
	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"
	"sigs.k8s.io/kustomize/api/resmap"
	"sigs.k8s.io/kustomize/api/resource"
)

// variableName is the rule of fluxcd/pkg/kustomize; with several bad names its message names any of them.
var variableName = regexp.MustCompile("^[_[:alpha:]][_[:alpha:][:digit:]]*$")

// substitute gives a resource as JSON, after substitution where the Kustomization asks for it. What holds no `$` stays
// as it is, so that it need not become YAML and JSON again.
func substitute(resources resmap.ResMap, res *resource.Resource, request kustomizeRequest) (data []byte, err error) {
	data, err = res.MarshalJSON()
	if request.Variables == nil && err != nil {
		return nil, fmt.Errorf("kustomize build failed: %w", writeError(res, err))
	} else if request.Variables == nil {
		return data, nil
	}
	object := &objectID{res.GetKind(), res.GetName(), res.GetNamespace()}
	id := res.CurId()
	if err != nil {
		err = fmt.Errorf("post build failed for '%s/%s': %w", res.GetGvk(), res.GetName(), err)
	} else if !substitutionDisabled(res) {
		data, err = substituteVariables(res, data, request)
	}
	// The controller puts each resource back by its id: a new one must not be another's.
	if err == nil && !id.Equals(res.CurId()) {
		_, err = resources.Replace(res)
	}
	if err != nil {
		return nil, &kustomizeFailure{step: "substitute", object: object, err: err}
	}
	return data, nil
}

// writeError is kustomize's error for a resource that it cannot write. It goes through text, so its lines are those of that.
func writeError(res *resource.Resource, err error) error {
	if _, textErr := res.MarshalJSON(); textErr != nil {
		err = textErr
	}
	fields, _ := res.Map()
	return fmt.Errorf("%#v: %w", fields, err)
}

func substituteVariables(res *resource.Resource, data []byte, request kustomizeRequest) (substituted []byte, err error) {
	group, name := res.GetGvk(), res.GetName()
	defer func() {
		if panicked := recover(); panicked != nil {
			err = fmt.Errorf("recovered from panic: %v", panicked)
		}
		if err != nil {
			err = fmt.Errorf("post build failed for '%s/%s': %w", group, name, err)
		}
	}()
	for _, key := range slices.Sorted(maps.Keys(request.Variables)) {
		if !variableName.MatchString(key) {
			return nil, fmt.Errorf("envsubst error: '%s' var name is invalid, must match '%s'", key, variableName)
		}
	}
	if !bytes.ContainsRune(data, '$') {
		return data, nil
	}
	strategy, _, _ := unstructured.NestedString(request.Kustomization, "spec", "postBuild", "substituteStrategy")
	_, err = fluxkustomize.SubstituteVariables(context.Background(), nil, inlineVariables(request.Variables), res,
		fluxkustomize.SubstituteWithDryRun(true),
		fluxkustomize.SubstituteWithStrict(request.Strict),
		fluxkustomize.SubstituteWithAlways(strategy == "Always"))
	if err != nil {
		return nil, err
	}
	return res.MarshalJSON()
}

// inlineVariables is a Kustomization with nothing but variables, which Flux then reads without a cluster.
func inlineVariables(variables map[string]string) unstructured.Unstructured {
	substitute := make(map[string]any, len(variables))
	for key, value := range variables {
		substitute[key] = value
	}
	postBuild := map[string]any{"substitute": substitute}
	return unstructured.Unstructured{Object: map[string]any{"spec": map[string]any{"postBuild": postBuild}}}
}

func substitutionDisabled(res *resource.Resource) bool {
	const key = "kustomize.toolkit.fluxcd.io/substitute"
	return res.GetLabels()[key] == fluxkustomize.DisabledValue || res.GetAnnotations()[key] == fluxkustomize.DisabledValue
}
