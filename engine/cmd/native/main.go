// Command native is the engine as a program: each message on stdin and stdout follows its length (32 bits, little
// endian).
package main

import (
	"bufio"
	"encoding/binary"
	"io"
	"os"

	"sluice/engine/handlers"
)

func main() {
	// kustomize would look for git on the path.
	os.Clearenv()
	engine := handlers.New()
	in, out := bufio.NewReader(os.Stdin), bufio.NewWriter(os.Stdout)
	for {
		var size uint32
		if err := binary.Read(in, binary.LittleEndian, &size); err != nil {
			return
		}
		request := make([]byte, size)
		if _, err := io.ReadFull(in, request); err != nil {
			os.Exit(1)
		}
		answer := engine.Call(request)
		if binary.Write(out, binary.LittleEndian, uint32(len(answer))) != nil {
			os.Exit(1)
		}
		if _, err := out.Write(answer); err != nil || out.Flush() != nil {
			os.Exit(1)
		}
	}
}
