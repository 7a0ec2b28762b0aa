package handlers

import (
	"encoding/json"

	fluxkustomize "github.com/fluxcd/pkg/apis/kustomize"
	"sigs.k8s.io/kustomize/api/krusty"
	kustypes "sigs.k8s.io/kustomize/api/types"
	"sigs.k8s.io/kustomize/kyaml/filesys"
)

type kustomizePatches struct {
	Patches               []fluxkustomize.Patch         `json:"patches"`
	PatchesStrategicMerge []json.RawMessage             `json:"patchesStrategicMerge"`
	PatchesJSON6902       []fluxkustomize.JSON6902Patch `json:"patchesJson6902"`
	Images                []fluxkustomize.Image         `json:"images"`
}

// build is one kustomize build over Helm's output.
func (k *kustomizePatches) build(stream string) (string, error) {
	source := filesys.MakeFsInMemory()
	config := kustypes.Kustomization{Resources: []string{"helm-output.yaml"}}
	config.APIVersion, config.Kind = kustypes.KustomizationVersion, kustypes.KustomizationKind
	for _, image := range k.Images {
		config.Images = append(config.Images, kustypes.Image{
			Name: image.Name, NewName: image.NewName, NewTag: image.NewTag, Digest: image.Digest,
		})
	}
	for _, patch := range k.Patches {
		config.Patches = append(config.Patches, kustypes.Patch{Patch: patch.Patch, Target: selector(patch.Target)})
	}
	for _, patch := range k.PatchesStrategicMerge {
		config.PatchesStrategicMerge = append(config.PatchesStrategicMerge, kustypes.PatchStrategicMerge(patch)) //nolint:staticcheck
	}
	for _, patch := range k.PatchesJSON6902 {
		text, err := json.Marshal(patch.Patch)
		if err != nil {
			return "", err
		}
		config.PatchesJson6902 = append(config.PatchesJson6902, //nolint:staticcheck
			kustypes.Patch{Patch: string(text), Target: selector(&patch.Target)})
	}
	kustomization, err := json.Marshal(config)
	if err != nil {
		return "", err
	}
	if err := source.WriteFile("helm-output.yaml", []byte(stream)); err != nil {
		return "", err
	}
	if err := source.WriteFile("kustomization.yaml", kustomization); err != nil {
		return "", err
	}
	resources, err := krusty.MakeKustomizer(&krusty.Options{
		LoadRestrictions: kustypes.LoadRestrictionsNone,
		PluginConfig:     kustypes.DisabledPluginConfig(),
	}).Run(source, ".")
	if err != nil {
		return "", err
	}
	data, err := resources.AsYaml()
	return string(data), err
}

func selector(target *fluxkustomize.Selector) *kustypes.Selector {
	if target == nil {
		return nil
	}
	result := &kustypes.Selector{LabelSelector: target.LabelSelector, AnnotationSelector: target.AnnotationSelector}
	result.Group, result.Version, result.Kind = target.Group, target.Version, target.Kind
	result.Name, result.Namespace = target.Name, target.Namespace
	return result
}
