package main

import (
	"bytes"
	"encoding/json"

	v2 "github.com/fluxcd/helm-controller/api/v2"
	"github.com/fluxcd/pkg/apis/kustomize"
	"helm.sh/helm/v4/pkg/postrenderer"
	"sigs.k8s.io/kustomize/api/builtins"
	"sigs.k8s.io/kustomize/api/krusty"
	"sigs.k8s.io/kustomize/api/provider"
	"sigs.k8s.io/kustomize/api/resmap"
	kustypes "sigs.k8s.io/kustomize/api/types"
	"sigs.k8s.io/kustomize/kyaml/filesys"
)

// This file repeats helm-controller 1.6.3's internal/postrender (Copyright 2021 The Flux authors, Apache-2.0), which no
// other module can import.

type renderers []postrenderer.PostRenderer

func buildPostRenderers(release *v2.HelmRelease) renderers {
	var all renderers
	for _, entry := range release.Spec.PostRenderers {
		if entry.Kustomize != nil {
			all = append(all, &kustomizeRenderer{entry.Kustomize.Patches, entry.Kustomize.Images})
		}
	}
	if common := release.Spec.CommonMetadata; common != nil {
		all = append(all, &metadataRenderer{common.Labels, common.Annotations})
	}
	return append(all, &metadataRenderer{labels: map[string]string{
		v2.GroupVersion.Group + "/name":      release.Name,
		v2.GroupVersion.Group + "/namespace": release.Namespace,
	}})
}

func (r renderers) Run(rendered *bytes.Buffer) (modified *bytes.Buffer, err error) {
	modified = rendered
	for _, renderer := range r {
		if modified, err = renderer.Run(modified); err != nil {
			return nil, err
		}
	}
	return modified, nil
}

type kustomizeRenderer struct {
	patches []kustomize.Patch
	images  []kustomize.Image
}

func (k *kustomizeRenderer) Run(rendered *bytes.Buffer) (*bytes.Buffer, error) {
	fs := filesys.MakeFsInMemory()
	const input = "helm-output.yaml"
	config := kustypes.Kustomization{Resources: []string{input}}
	config.APIVersion = kustypes.KustomizationVersion
	config.Kind = kustypes.KustomizationKind
	for _, image := range k.images {
		config.Images = append(config.Images, kustypes.Image{
			Name: image.Name, NewName: image.NewName, NewTag: image.NewTag, Digest: image.Digest,
		})
	}
	for _, patch := range k.patches {
		config.Patches = append(config.Patches, kustypes.Patch{Patch: patch.Patch, Target: adaptSelector(patch.Target)})
	}
	if err := fs.WriteFile(input, rendered.Bytes()); err != nil {
		return nil, err
	}
	text, err := json.Marshal(config)
	if err != nil {
		return nil, err
	}
	if err := fs.WriteFile("kustomization.yaml", text); err != nil {
		return nil, err
	}
	built, err := krusty.MakeKustomizer(&krusty.Options{
		LoadRestrictions: kustypes.LoadRestrictionsNone,
		PluginConfig:     kustypes.DisabledPluginConfig(),
	}).Run(fs, ".")
	if err != nil {
		return nil, err
	}
	return asYAML(built)
}

func adaptSelector(selector *kustomize.Selector) *kustypes.Selector {
	if selector == nil {
		return nil
	}
	adapted := &kustypes.Selector{LabelSelector: selector.LabelSelector, AnnotationSelector: selector.AnnotationSelector}
	adapted.Group, adapted.Kind, adapted.Version = selector.Group, selector.Kind, selector.Version
	adapted.Name, adapted.Namespace = selector.Name, selector.Namespace
	return adapted
}

type metadataRenderer struct{ labels, annotations map[string]string }

func (m *metadataRenderer) Run(rendered *bytes.Buffer) (*bytes.Buffer, error) {
	if m.labels == nil && m.annotations == nil {
		return rendered, nil
	}
	factory := resmap.NewFactory(provider.NewDefaultDepProvider().GetResourceFactory())
	resources, err := factory.NewResMapFromBytes(rendered.Bytes())
	if err != nil {
		return nil, err
	}
	fields := func(path string) []kustypes.FieldSpec {
		return []kustypes.FieldSpec{{Path: path, CreateIfNotPresent: true}}
	}
	if m.labels != nil {
		plugin := &builtins.LabelTransformerPlugin{Labels: m.labels, FieldSpecs: fields("metadata/labels")}
		if err := plugin.Transform(resources); err != nil {
			return nil, err
		}
	}
	if m.annotations != nil {
		plugin := &builtins.AnnotationsTransformerPlugin{
			Annotations: m.annotations, FieldSpecs: fields("metadata/annotations"),
		}
		if err := plugin.Transform(resources); err != nil {
			return nil, err
		}
	}
	return asYAML(resources)
}

func asYAML(resources resmap.ResMap) (*bytes.Buffer, error) {
	text, err := resources.AsYaml()
	if err != nil {
		return nil, err
	}
	return bytes.NewBuffer(text), nil
}
