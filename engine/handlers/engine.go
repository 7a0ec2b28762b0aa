// Package handlers runs the code of Flux, kustomize and Helm on messages: the same for WebAssembly and native.
package handlers

import (
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
)

// Engine serves calls one after another and keeps the trees, charts and schemas that it has been given.
type Engine struct {
	trees   *cache[*tree]
	charts  *cache[*loadedChart]
	schemas *cache[*customSchema]
}

// Sizes of what the engine keeps between calls; its memory ends at 512 MiB.
const (
	treeCacheSize   = 96 << 20
	chartCacheSize  = 32 << 20
	schemaCacheSize = 32 << 20
)

// New gives an engine that knows no trees, no charts and no schemas.
func New() *Engine {
	return &Engine{
		trees:   newCache[*tree](treeCacheSize),
		charts:  newCache[*loadedChart](chartCacheSize),
		schemas: newCache[*customSchema](schemaCacheSize),
	}
}

// envelope is the head of a request; the blobs follow it in the given sizes.
type envelope struct {
	Call    string          `json:"call"`
	Request json.RawMessage `json:"request"`
	Blobs   []int           `json:"blobs"`
}

// missing asks the caller to send a tree or a chart and to repeat its call.
type missing struct {
	Status string `json:"status"`
	What   string `json:"what"`
}

type failed struct {
	Status  string `json:"status"`
	Limit   string `json:"limit"`
	Message string `json:"message"`
}

// Call answers one request. A request is the length of its head (32 bits, little endian), the head as JSON and the
// blobs; the answer is JSON.
func (e *Engine) Call(request []byte) (answer []byte) {
	defer func() {
		if panicked := recover(); panicked != nil {
			answer = mustEncode(failed{"limit", "crash", fmt.Sprintf("the engine panicked: %v", panicked)})
		}
	}()
	head, blobs, err := decode(request)
	if err == nil {
		var result any
		if result, err = e.dispatch(head, blobs); err == nil {
			answer, err = encode(result)
		}
	}
	if err != nil {
		return mustEncode(failed{"limit", "crash", err.Error()})
	}
	return answer
}

func encode(result any) ([]byte, error) {
	if own, ok := result.(interface{ encode() ([]byte, error) }); ok {
		return own.encode()
	}
	return json.Marshal(result)
}

// encodeWithManifests encodes a result and its objects; encoding/json would read each manifest once more.
func encodeWithManifests[Object any](result any, objects []Object, manifest func(Object) json.RawMessage) ([]byte, error) {
	answer, err := json.Marshal(result)
	if err != nil || objects == nil {
		return answer, err
	}
	answer = append(answer[:len(answer)-1], `,"objects":[`...)
	for i, object := range objects {
		head, err := json.Marshal(object)
		if err != nil {
			return nil, err
		}
		if i > 0 {
			answer = append(answer, ',')
		}
		answer = append(append(answer, head[:len(head)-1]...), `,"manifest":`...)
		answer = append(append(answer, manifest(object)...), '}')
	}
	return append(answer, "]}"...), nil
}

func mustEncode(value any) []byte {
	data, err := json.Marshal(value)
	if err != nil {
		panic(err)
	}
	return data
}

func decode(request []byte) (head envelope, blobs [][]byte, err error) {
	if len(request) < 4 {
		return head, nil, errors.New("the request has no head")
	}
	size := uint64(binary.LittleEndian.Uint32(request))
	rest := request[4:]
	if size > uint64(len(rest)) {
		return head, nil, errors.New("the request is cut off")
	}
	if err := json.Unmarshal(rest[:size], &head); err != nil {
		return head, nil, fmt.Errorf("the head of the request: %w", err)
	}
	rest = rest[size:]
	for _, size := range head.Blobs {
		if size < 0 || size > len(rest) {
			return head, nil, errors.New("the request is cut off")
		}
		blobs = append(blobs, rest[:size:size])
		rest = rest[size:]
	}
	return head, blobs, nil
}

func (e *Engine) dispatch(head envelope, blobs [][]byte) (any, error) {
	switch head.Call {
	case "tree":
		return handle(head, func(request treeRequest) any {
			t := newTree(request.unpack(blobs[0]))
			e.trees.put(request.ID, t, t.size)
			return struct{}{}
		})
	case "chart":
		return handle(head, func(request chartRequest) any { return e.putChart(request, blobs) })
	case "kustomize":
		return handle(head, func(request kustomizeRequest) any {
			if t, found := e.trees.get(request.Tree); found {
				return e.kustomize(t, request)
			}
			return missing{"missing", "tree"}
		})
	case "values":
		return handle(head, func(request valuesRequest) any { return e.values(request) })
	case "helm":
		return handle(head, func(request helmRequest) any {
			if chart, found := e.charts.get(request.Chart); found {
				return e.helm(chart, request, blobs)
			}
			return missing{"missing", "chart"}
		})
	case "schema":
		return handle(head, func(request customSchemaRequest) any { return e.putCustomSchema(request, blobs[0]) })
	case "validate":
		return handle(head, func(request validateRequest) any {
			if schema, found := e.schemas.get(request.Schema); found {
				return e.validate(schema, request)
			}
			return missing{"missing", "schema"}
		})
	case "settle":
		return e.settle(), nil
	case "constraint":
		return handle(head, func(request constraintRequest) any { return e.constraint(request) })
	}
	return nil, fmt.Errorf("the engine has no call '%s'", head.Call)
}

type treeRequest struct {
	ID string `json:"id"`
	packedFiles
}

func handle[Request any](head envelope, answer func(Request) any) (any, error) {
	var request Request
	if err := json.Unmarshal(head.Request, &request); err != nil {
		return nil, fmt.Errorf("the request of '%s': %w", head.Call, err)
	}
	return answer(request), nil
}
