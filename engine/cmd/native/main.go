// Command native is the engine as a program: each message on stdin and stdout follows its length (32 bits, little
// endian). The first message is its own: what it is made of. Its end is the end of its input.
package main

import (
	"bufio"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"runtime"
	"runtime/debug"
	"time"

	"sluice/engine/handlers"
)

// protocol changes when the form of messages does.
const protocol = 1

// sources is the digest of the sources of the handlers; it is set when the program is linked.
var sources string

// maxStack is what the thread of the WebAssembly has, too: endless recursion ends before it takes all memory.
const maxStack = 64 << 20

type greeting struct {
	Protocol int    `json:"protocol"`
	Sources  string `json:"sources"`
	Go       string `json:"go"`
}

func main() {
	greeting, err := json.Marshal(greeting{protocol, sources, runtime.Version()})
	if err != nil {
		panic(err)
	}
	if len(os.Args) == 2 && os.Args[1] == "--version" {
		fmt.Println(string(greeting))
		return
	}
	// kustomize would look for git on the path.
	os.Clearenv()
	// As in the sandbox of the WebAssembly: a render does not depend on where it runs.
	time.Local = time.UTC
	debug.SetMaxStack(maxStack)
	go watchMemory()
	out := bufio.NewWriter(os.Stdout)
	answer(out, greeting)
	engine := handlers.New()
	for request := range requests() {
		answer(out, engine.Call(request))
	}
}

// requests reads ahead, so that the program ends with its caller even within a call that does not.
func requests() <-chan []byte {
	received := make(chan []byte, 8)
	go func() {
		in := bufio.NewReader(os.Stdin)
		for {
			var size uint32
			if err := binary.Read(in, binary.LittleEndian, &size); err != nil {
				os.Exit(0)
			}
			request := make([]byte, size)
			if _, err := io.ReadFull(in, request); err != nil {
				os.Exit(1)
			}
			received <- request
		}
	}()
	return received
}

func answer(out *bufio.Writer, message []byte) {
	if binary.Write(out, binary.LittleEndian, uint32(len(message))) != nil {
		os.Exit(1)
	}
	if _, err := out.Write(message); err != nil || out.Flush() != nil {
		os.Exit(1)
	}
}
