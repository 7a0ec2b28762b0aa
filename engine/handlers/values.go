package handlers

import (
	"context"
	"encoding/json"
	"errors"

	"github.com/fluxcd/pkg/apis/meta"
	"github.com/fluxcd/pkg/chartutil"
	"github.com/go-logr/logr"
	corev1 "k8s.io/api/core/v1"
	apierrors "k8s.io/apimachinery/pkg/api/errors"
	"k8s.io/apimachinery/pkg/runtime/schema"
	"sigs.k8s.io/controller-runtime/pkg/client"
	"sigs.k8s.io/yaml"
)

type valuesRequest struct {
	Release struct {
		Metadata struct {
			Namespace string `json:"namespace"`
		} `json:"metadata"`
		Spec struct {
			Values     json.RawMessage        `json:"values"`
			ValuesFrom []meta.ValuesReference `json:"valuesFrom"`
		} `json:"spec"`
	} `json:"release"`
	Objects []json.RawMessage `json:"objects"`
}

type valuesReference struct {
	Kind string `json:"kind"`
	Name string `json:"name"`
	Key  string `json:"key"`
}

type valuesResult struct {
	Status    string           `json:"status"`
	Values    map[string]any   `json:"values,omitzero"`
	Integers  [][]any          `json:"integers,omitempty"`
	Message   string           `json:"message,omitempty"`
	Reference *valuesReference `json:"reference,omitempty"`
}

// values composes the final values of a release, as helm-controller does.
func (e *Engine) values(request valuesRequest) valuesResult {
	var inline map[string]any
	if len(request.Release.Spec.Values) > 0 {
		if err := yaml.Unmarshal(request.Release.Spec.Values, &inline); err != nil {
			return valuesResult{Status: "failed", Message: err.Error()}
		}
	}
	namespace := request.Release.Metadata.Namespace
	composed, err := chartutil.ChartValuesFromReferences(context.Background(), logr.Discard(),
		newObjectReader(namespace, request.Objects), namespace, inline, request.Release.Spec.ValuesFrom...)
	if err == nil {
		return valuesResult{Status: "composed", Values: composed, Integers: integersIn(map[string]any(composed))}
	}
	result := valuesResult{Status: "failed", Message: err.Error()}
	var failed *chartutil.ErrValuesReference
	if errors.As(err, &failed) {
		result.Reference = &valuesReference{failed.Kind, failed.Name.Name, failed.Key}
	}
	return result
}

// objectReader answers for the cluster with the objects of the request.
type objectReader map[string]json.RawMessage

func newObjectReader(namespace string, objects []json.RawMessage) objectReader {
	reader := objectReader{}
	for _, object := range objects {
		var head struct {
			Kind     string `json:"kind"`
			Metadata struct {
				Name      string `json:"name"`
				Namespace string `json:"namespace"`
			} `json:"metadata"`
		}
		if json.Unmarshal(object, &head) != nil {
			continue
		}
		if head.Metadata.Namespace == "" {
			head.Metadata.Namespace = namespace
		}
		reader[head.Kind+"/"+head.Metadata.Namespace+"/"+head.Metadata.Name] = object
	}
	return reader
}

func (r objectReader) Get(_ context.Context, key client.ObjectKey, object client.Object, _ ...client.GetOption) error {
	kind, resource := "ConfigMap", "configmaps"
	if _, isSecret := object.(*corev1.Secret); isSecret {
		kind, resource = "Secret", "secrets"
	}
	data, found := r[kind+"/"+key.String()]
	if !found {
		return apierrors.NewNotFound(schema.GroupResource{Resource: resource}, key.Name)
	}
	return json.Unmarshal(data, object)
}
