package handlers

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	releaseutil "helm.sh/helm/v4/pkg/release/v1/util"
)

func frame(call string, request any, blobs ...[]byte) []byte {
	encoded, err := json.Marshal(request)
	if err != nil {
		panic(err)
	}
	sizes := make([]int, len(blobs))
	for i, blob := range blobs {
		sizes[i] = len(blob)
	}
	head := mustEncode(envelope{Call: call, Request: encoded, Blobs: sizes})
	message := []byte{byte(len(head)), byte(len(head) >> 8), byte(len(head) >> 16), byte(len(head) >> 24)}
	message = append(message, head...)
	for _, blob := range blobs {
		message = append(message, blob...)
	}
	return message
}

func BenchmarkHelm(b *testing.B) {
	for _, chart := range []string{"podinfo-6.14.0", "cert-manager-v1.21.1", "kube-prometheus-stack-88.3.0"} {
		b.Run(chart, func(b *testing.B) { benchmarkHelm(b, chart) })
	}
}

func benchmarkHelm(b *testing.B, chart string) {
	archive, err := os.ReadFile("../../../shared/corpus/charts/" + chart + ".tgz")
	if err != nil {
		b.Skip(err)
	}
	engine := New()
	engine.Call(frame("chart", map[string]any{"digest": "p", "archive": true}, archive))
	request := frame("helm", map[string]any{
		"chart": "p", "release": map[string]any{"name": "a", "namespace": "b"}, "kubeVersion": "v1.35.0",
		"values": map[string]any{}, "owner": map[string]any{"name": "a", "namespace": "b"},
	})
	for b.Loop() {
		engine.Call(request)
	}
}

func helmSplit(text string) (documents []string) {
	split := releaseutil.SplitManifests(text)
	for i := range len(split) {
		documents = append(documents, split[fmt.Sprintf("manifest-%d", i)])
	}
	return documents
}

func BenchmarkKustomize(b *testing.B) {
	files, folders := readFolder(b, corpus+"repos/onedr0p__home-ops")
	engine, source := New(), newTree(files)
	for b.Loop() {
		for _, folder := range folders {
			kustomization := map[string]any{"spec": map[string]any{"path": folder}}
			engine.kustomize(source, kustomizeRequest{Kustomization: kustomization, Variables: map[string]string{"A": "b"}})
		}
	}
}

// corpusCharts gives the chart archives of the corpus; none where it is not here.
func corpusCharts(t *testing.T) (archives [][]byte) {
	t.Helper()
	names, err := filepath.Glob(corpus + "charts/*.tgz")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		archive, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		archives = append(archives, archive)
	}
	return archives
}
