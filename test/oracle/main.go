// Command oracle answers sluice's differential tests with Flux's and the API server's own packages, run natively: one JSON request a line in,
// one JSON answer a line out.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
)

type request struct {
	Op string `json:"op"`
	// Root is a directory on disk that the build may write to: the unpacked artifact of a source.
	Root          string           `json:"root"`
	Kustomization map[string]any   `json:"kustomization"`
	Strict        bool             `json:"strict"`
	Release       map[string]any   `json:"release"`
	Objects       []map[string]any `json:"objects"`
	// File holds a program's output.
	File string `json:"file"`
	// Chart is an archive or a folder on disk.
	Chart       string         `json:"chart"`
	Values      map[string]any `json:"values"`
	KubeVersion string         `json:"kubeVersion"`
	// Schema is `openAPIV3Schema` of a custom resource, Texts are objects of it.
	Schema     json.RawMessage   `json:"schema"`
	APIVersion string            `json:"apiVersion"`
	Kind       string            `json:"kind"`
	Texts      []json.RawMessage `json:"texts"`
}

type answer struct {
	Status    string           `json:"status"`
	Objects   []map[string]any `json:"objects,omitzero"`
	Values    map[string]any   `json:"values,omitzero"`
	Documents []document       `json:"documents,omitzero"`
	Notes     string           `json:"notes,omitempty"`
	Step      string           `json:"step,omitzero"`
	Message   string           `json:"message,omitzero"`

	Judgements []judgement `json:"judgements,omitzero"`
}

func main() {
	in := bufio.NewReaderSize(os.Stdin, 1<<20)
	out := bufio.NewWriterSize(os.Stdout, 1<<20)
	for {
		line, err := in.ReadBytes('\n')
		if len(line) > 0 {
			write(out, handle(line))
		}
		if err != nil {
			return
		}
	}
}

func handle(line []byte) (result answer) {
	var asked request
	if err := json.Unmarshal(line, &asked); err != nil {
		return answer{Status: "failed", Step: "request", Message: err.Error()}
	}
	// controller-runtime recovers from a panic in a reconciliation and reports it as its error.
	defer func() {
		if r := recover(); r != nil {
			result = answer{Status: "failed", Step: "panic", Message: fmt.Sprint(r)}
		}
	}()
	switch asked.Op {
	case "kustomize":
		return buildKustomization(asked)
	case "values":
		return composeValues(asked)
	case "release":
		return renderRelease(asked)
	case "validate":
		return judgeObjects(asked)
	case "parse":
		return parseOutput(asked)
	}
	return answer{Status: "failed", Step: "request", Message: "unknown op " + asked.Op}
}

func write(out *bufio.Writer, result answer) {
	text, err := json.Marshal(result)
	if err != nil {
		text, _ = json.Marshal(answer{Status: "failed", Step: "answer", Message: err.Error()})
	}
	out.Write(text)
	out.WriteByte('\n')
	out.Flush()
}
